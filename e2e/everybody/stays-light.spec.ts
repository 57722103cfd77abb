import { gzipSync } from 'node:zlib'
import { givenASubmittedApplication } from '../support/apply'
import { expect, narrowScreen, type Page, test } from '../support/journey'

/**
 * What an old phone on a village's network can bear, in bytes: markup and styles as they are written, scripts as
 * they are sent, those that stand in the page (what the framework takes over from the server) among them.
 */
const budget = { markupAndStyle: 60_000, script: 180_000, font: 100_000, shift: 0.05 }

type Loaded = { type: string; url: string; plainBytes: number; wireBytes: number }

for (const path of [
  '/',
  '/guide',
  '/offices',
  '/sign-in',
  '/verify',
  '/print',
  '/privacy',
  '/accessibility',
]) {
  test(`${path} is light on an old phone`, async ({ page }) => {
    await thenItIsLight(page, path)
  })
}

test('the pages of a resident are light on an old phone', async ({ page, words }) => {
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612371005',
    name: '何小满',
    idNumber: '420202199508160025',
  })
  for (const path of ['/applications', `/applications/${reference}`, '/apply', '/account', '/account/data']) {
    await thenItIsLight(page, path)
  }
})

async function thenItIsLight(page: Page, path: string): Promise<void> {
  await page.setViewportSize(narrowScreen)
  const { loaded, document } = await everythingLoadedBy(page, path)
  const inside = [...document.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)]
    .map(([, text = '']) => text)
    .join('')
  const sum = (types: string[], key: 'plainBytes' | 'wireBytes') =>
    loaded.filter(({ type }) => types.includes(type)).reduce((total, one) => total + one[key], 0)
  const markup = Buffer.byteLength(document) - Buffer.byteLength(inside)
  expect(markup + sum(['Stylesheet'], 'plainBytes'), `HTML and CSS of ${path}`).toBeLessThanOrEqual(
    budget.markupAndStyle,
  )
  expect(sum(['Script'], 'wireBytes') + gzipSync(inside).length, `scripts of ${path}`).toBeLessThanOrEqual(
    budget.script,
  )
  for (const font of loaded.filter(({ type }) => type === 'Font')) {
    expect(font.wireBytes, font.url).toBeLessThanOrEqual(budget.font)
  }
  expect(await shiftOf(page), `what moves while ${path} loads`).toBeLessThanOrEqual(budget.shift)
  const { origin } = new URL(page.url())
  expect(loaded.filter(({ url }) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([])
}

/** Loads a page as if for the first time, and says what came over the network for it. */
async function everythingLoadedBy(page: Page, path: string): Promise<{ loaded: Loaded[]; document: string }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  const loaded = new Map<string, Loaded>()
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    loaded.set(requestId, { type, url: response.url, plainBytes: 0, wireBytes: 0 })
  })
  devtools.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const one = loaded.get(requestId)
    if (one) one.plainBytes += dataLength
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId)
    if (one) one.wireBytes = encodedDataLength
  })
  const answer = await page.goto(path, { waitUntil: 'networkidle' })
  await devtools.detach()
  return { loaded: [...loaded.values()], document: (await answer?.text()) ?? '' }
}

/** Cumulative layout shift since the page began (web.dev/cls), without what a person caused. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
        let total = 0
        new PerformanceObserver(list => {
          for (const shift of list.getEntries() as Shift[]) total += shift.hadRecentInput ? 0 : shift.value
        }).observe({ type: 'layout-shift', buffered: true })
        // Buffered entries are delivered in a task of their own, before this one.
        setTimeout(() => resolve(total), 100)
      }),
  )
}
