import { createHash } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page, type Request } from '@playwright/test'
import { LANGUAGES, type Language } from '../../app/_language/languages'
import type { Messages } from '../../app/_language/messages'
import { authenticatorsBelongTo } from './authenticator'
import { type Clock, openClock } from './clock'
import { type Service, startService } from './service'
import { wordsOf } from './words'

type ForWorker = { service: Service }
type ForJourney = {
  /** The language of the person's browser; Chinese unless a journey says otherwise. */
  language: Language
  /** The service's own words in that language. */
  words: Messages
  /** The service's clock; back at the present when the journey ends. */
  clock: Clock
}

/** A journey's `test`: a production service of its worker's own, in one language. */
export const test = base.extend<ForJourney, ForWorker>({
  service: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use, info) => {
      const service = await startService(`journeys_${info.workerIndex}`)
      authenticatorsBelongTo(service)
      await use(service)
      await service.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  language: ['zh-CN', { option: true }],
  words: async ({ language }, use) => use(wordsOf(language)),
  baseURL: async ({ service }, use) => use(service.address),
  locale: async ({ language }, use) => use(language),
  // A family of its own at an address of its own: the limits an address are not shared with other stories.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  extraHTTPHeaders: async ({}, use, { testId }) => use({ 'x-forwarded-for': addressOf(testId) }),
  // Whatever a story is about: no page of ours fetches anything from anybody else.
  context: async ({ context, service }, use) => {
    const fetchedElsewhere: string[] = []
    context.on('request', request => {
      if (isFetchedElsewhere({ request, address: service.address })) fetchedElsewhere.push(request.url())
    })
    await use(context)
    expect(fetchedElsewhere, 'fetched from elsewhere').toEqual([])
  },
  clock: async ({ service }, use) => {
    const clock = openClock(service.appUrl)
    await use(clock)
    await clock.reset()
    await clock.close()
  },
})

export { expect, type Page }

/** Going elsewhere by a link or a redirect is the person's own doing; fetching from there is the page's. */
function isFetchedElsewhere({ request, address }: { request: Request; address: string }): boolean {
  if (request.isNavigationRequest() || request.serviceWorker()) return false
  const [to, from] = [new URL(request.url()), new URL(request.frame().url())]
  return from.origin === address && to.protocol.startsWith('http') && to.origin !== address
}

/** An address of the network for benchmarks (RFC 2544), the same for a story each time. */
function addressOf(story: string): string {
  const [second = 0, third = 0, fourth = 0] = createHash('sha256').update(story).digest()
  return `198.${18 + (second % 2)}.${third}.${fourth}`
}

/** Tells the same stories once in each language. */
export function inBothLanguages(stories: (language: Language) => void): void {
  for (const language of LANGUAGES) {
    test.describe(language, () => {
      test.use({ language })
      stories(language)
    })
  }
}

/** An old phone: 360 px wide. */
export const narrowScreen = { width: 360, height: 740 }

/** No violation of WCAG 2.2 A/AA that axe can find, and nothing that must be scrolled sideways to be read. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations, sideways } = await onceInPlace(page, async () => {
    // Its other mode opens a blank page each time, for frames from elsewhere, of which no page of ours has any.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await axe.withTags(wcag).analyze()
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    return { violations, sideways }
  })
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`,
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
  expect(sideways, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0)
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const mostPagesInARow = 3

/** After a click the next page may take the place of the one that is being read: then that one is read. */
async function onceInPlace<Answer>(page: Page, read: () => Promise<Answer>): Promise<Answer> {
  for (let others = 1; ; others += 1) {
    await page.waitForLoadState('load')
    // The framework may bring the title of the next page a moment after the page.
    await expect(page).toHaveTitle(/./)
    try {
      return await read()
    } catch (error) {
      if (others === mostPagesInARow) throw error
    }
  }
}
