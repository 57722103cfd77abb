import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import type { Clock } from '../support/clock'
import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { latestMessageTo, signInAsResident } from '../support/sign-in'

const idNumber = '420202199305123523'
type Person = { page: Page; words: Messages; phone: string }

async function givenIAmAskedForTheApplicant({ page, words, phone }: Person) {
  await signInAsResident({ page, words, phone, back: '/apply' })
  await page.getByRole('button', { name: words.apply.start.new }).click()
  await page.locator('[name=who][value=self]').check()
  await next({ page, words })
  await page.waitForURL('**/applicant')
}

/** As after half an hour in which nobody touched the phone: the browser has a session no more. */
async function whenMySessionIsOver({ page, clock }: { page: Page; clock: Clock }) {
  await page.context().clearCookies({ name: 'session' })
  // A phone is sent one code a minute.
  await clock.travelTo(new Date((await clock.now()).getTime() + 61_000))
}

const next = ({ page, words }: Pick<Person, 'page' | 'words'>) =>
  page.getByRole('button', { name: words.apply.save, exact: true }).click()

async function thenISignInAgain({ page, words, phone }: Person) {
  await page.waitForURL('**/sign-in?**')
  await expect(page.getByText(words['sign-in'].sessionOver)).toBeVisible()
  const back = new URL(page.url()).searchParams.get('back') ?? ''
  await signInAsResident({ page, words, phone, back })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, viewport: narrowScreen })

    test('An answer sent when the session is over is there again after signing in', async ({
      page,
      words,
      clock,
    }) => {
      const phone = javaScriptEnabled ? '13612570001' : '13612570002'
      await givenIAmAskedForTheApplicant({ page, words, phone })
      await whenMySessionIsOver({ page, clock })
      await page.locator('[name=name]').fill('李婷')
      await page.locator('[name=idNumber]').fill(idNumber)
      await next({ page, words })
      await thenISignInAgain({ page, words, phone })
      await expect(page).toHaveURL(/\/applicant$/)
      await expect(page.getByText(words.form.kept)).toBeVisible()
      await expect(page.locator('[name=name]')).toHaveValue('李婷')
      await expect(page.locator('[name=idNumber]')).toHaveValue(idNumber)
      if (javaScriptEnabled) await expectAccessible(page)
      await next({ page, words })
      await page.waitForURL('**/other-parent')
      // Once it was sent, nothing of it stays in the browser.
      const kept = (await page.context().cookies()).filter(({ name }) => name.startsWith('typed'))
      expect(kept).toEqual([])
    })
  })
}

test('A complaint as long as they may be is not lost with the session', async ({ page, words, clock }) => {
  test.slow() // An application first.
  const phone = '13612570003'
  const { reference } = await givenASubmittedApplication({ page, words, phone, name: '王芳', idNumber })
  const text = longText(2_000)
  await page.goto(`/applications/${reference}/complaint`)
  await whenMySessionIsOver({ page, clock })
  await page.locator('[name=text]').fill(text)
  await page.getByRole('button', { name: words.complaints.resident.send }).click()
  await page.waitForURL('**/sign-in?**')
  await expectAccessible(page)
  await thenISignInAgain({ page, words, phone })
  await expect(page.locator('[name=text]')).toHaveValue(text)
})

test('A request about one’s data, in own words, is not lost with the session', async ({
  page,
  words,
  clock,
}) => {
  const phone = '13612570009'
  const text = longText(200)
  await signInAsResident({ page, words, phone, back: '/account/data/other' })
  await whenMySessionIsOver({ page, clock })
  await page.locator('[name=text]').fill(text)
  await page.getByRole('button', { name: words['data-rights'].other.submit }).click()
  await thenISignInAgain({ page, words, phone })
  await expect(page.locator('[name=text]')).toHaveValue(text)
})

test('Whoever signs in next with another phone does not see what somebody else typed', async ({
  page,
  words,
  clock,
}) => {
  await givenIAmAskedForTheApplicant({ page, words, phone: '13612570004' })
  await whenMySessionIsOver({ page, clock })
  await page.locator('[name=name]').fill('李婷')
  await next({ page, words })
  await page.waitForURL('**/sign-in?**')
  const back = new URL(page.url()).searchParams.get('back') ?? ''
  await signInAsResident({ page, words, phone: '13612570005', back: '/apply' })
  await page.getByRole('button', { name: words.apply.start.new }).click()
  await page.locator('[name=who][value=self]').check()
  await next({ page, words })
  await page.waitForURL('**/applicant')
  await expect(page.locator('[name=name]')).toHaveValue('')
  const answer = await page.goto(back)
  expect(answer?.status()).toBe(404)
})

test('What is typed is saved by itself, and the line says when', async ({ page, words, clock }) => {
  await givenIAmAskedForTheApplicant({ page, words, phone: '13612570006' })
  await clock.travelTo(new Date((await clock.now()).getTime() + 90 * 60_000))
  await page.locator('[name=name]').pressSequentially('李婷')
  const at = (await clock.now()).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })
  await expect(page.getByText(`${words.apply.saved} ${at}`)).toBeVisible()
  await page.locator('[name=idNumber]').pressSequentially('4202021993')
  const [saved] = await Promise.all([
    page.waitForResponse(response => response.url().endsWith('/applicant/typed') && response.ok()),
    page.locator('[name=idNumber]').pressSequentially('05'),
  ])
  expect(saved.status()).toBe(200)
  await expectAccessible(page)
  await page.reload()
  await expect(page.locator('[name=name]')).toHaveValue('李婷')
  await expect(page.locator('[name=idNumber]')).toHaveValue('420202199305')

  await page.route('**/applicant/typed', route => route.abort())
  await page.locator('[name=name]').fill('李小婷')
  await expect(page.getByText(words.apply.notSaved)).toBeVisible()
})

test('What arrives late, from elsewhere or unreadable is not saved', async ({ page, words }) => {
  await givenIAmAskedForTheApplicant({ page, words, phone: '13612570007' })
  const origin = new URL(page.url()).origin
  const send = (form: Record<string, string>, headers = { origin }) =>
    page.request.post(`${page.url()}/typed`, { form, headers, maxRedirects: 0 })
  expect((await send({ name: '李婷', savedAt: '0' })).status()).toBe(409)
  expect((await send({ name: '李婷', savedAt: 'soon' })).status()).toBe(422)
  expect((await send({ name: '李婷' })).status()).toBe(422)
  const elsewhere = await send({ name: '李婷', savedAt: '0' }, { origin: 'https://elsewhere.example' })
  expect(elsewhere.headers().location).toBe('/problem?because=not-our-page')
  await page.context().clearCookies()
  expect((await send({ name: '李婷', savedAt: '0' })).status()).toBe(401)
})

test('The way back to a draft comes to the resident’s own phone', async ({ page, words, browser, clock }) => {
  const phone = '13612570008'
  await page.setViewportSize(narrowScreen)
  await givenIAmAskedForTheApplicant({ page, words, phone })
  await page.locator('[name=name]').fill('李婷')
  await page.getByRole('button', { name: words.apply.link.send }).click()
  await page.waitForURL('**/applicant?link=sent')
  await expect(page.getByRole('status').filter({ hasText: '136****0008' })).toBeVisible()
  await expect(page.locator('[name=name]')).toHaveValue('李婷')
  await expectAccessible(page)
  const message = await latestMessageTo({ page, phone, containing: /接着填/ })
  const [link = ''] = /https?:\S+/.exec(message) ?? []
  expect(new URL(link).pathname).toMatch(/^\/apply\/[0-9a-f-]{36}$/)

  const otherDevice = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: 'zh-CN' })
  const other = await otherDevice.newPage()
  await other.goto(new URL(link).pathname)
  await other.waitForURL('**/sign-in?**')
  await clock.travelTo(new Date((await clock.now()).getTime() + 61_000))
  await signInAsResident({ page: other, words, phone, back: new URL(link).pathname })
  await expect(other.locator('[name=name]')).toHaveValue('李婷')
  await otherDevice.close()

  const question = page.url().replace('?link=sent', '')
  for (let more = 2; more <= 5; more += 1) {
    await page.goto(question)
    await page.getByRole('button', { name: words.apply.link.send }).click()
    await page.waitForURL('**?link=sent')
  }
  await page.goto(question)
  await page.getByRole('button', { name: words.apply.link.send }).click()
  await expect(page.getByText(words.apply.link['limit-reached'])).toBeVisible()
})

/** Words that repeat nothing, as a text that can hardly be packed. */
function longText(length: number): string {
  return Array.from({ length }, (_, place) => String.fromCodePoint(0x4e00 + ((place * 7919) % 6_000))).join(
    '',
  )
}
