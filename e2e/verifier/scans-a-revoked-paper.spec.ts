import { expect, expectAccessible, test as journey, narrowScreen } from '../support/journey'
import { downloadPaper, openOwnCertificate, scan } from '../support/paper'
import { signInAsStaff } from '../support/sign-in'

/** A service of its own: when days go by, cases lapse, and the certificate of the demo's resident is gone for good. */
const test = journey.extend<object, { apart: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  apart: [async ({}, use) => use('revocation'), { scope: 'worker', auto: true }],
})

test('A hospital scans a paper that was revoked after its holder was heard, and learns it at once', async ({
  page,
  words,
  browser,
  baseURL,
  clock,
}) => {
  const number = await openOwnCertificate({ page, words })
  const path = scan(await downloadPaper({ page, number }))
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })
  const supervisor = await elsewhere.newPage()
  const back = `/staff/certificates/${number}`
  const { open, running, failure } = words.revocation

  await signInAsStaff({ page: supervisor, words, name: 'zhouwei', back })
  await supervisor.getByRole('button', { name: open.send, exact: true }).click()
  await expect(supervisor.getByRole('link', { name: failure['reason-missing'] })).toBeVisible()
  await supervisor.getByLabel(open.reason).fill('承诺的事实经核查不实。')
  await supervisor.getByRole('button', { name: open.send, exact: true }).click()
  await expect(supervisor.getByText(running.notYet)).toBeVisible()
  await expect(supervisor.getByRole('button', { name: running.revoke })).toHaveCount(0)
  await expectAccessible(supervisor)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.valid)

  const timeToAnswer = 10 * 24 * 3_600_000
  await clock.travelTo(new Date((await clock.now()).getTime() + timeToAnswer))
  await elsewhere.clearCookies()
  await signInAsStaff({ page: supervisor, words, name: 'zhouwei', back })
  await supervisor.getByLabel(running.note).fill('期限内没有陈述，核查材料属实。')
  await supervisor.getByRole('button', { name: running.revoke, exact: true }).click()
  await expect(supervisor.getByRole('heading', { name: words.revocation.ended.revoked })).toBeVisible()
  await elsewhere.close()

  await page.setViewportSize(narrowScreen)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.revoked)
  await expect(page.locator('main')).toContainText(number.replace(/(.{4})(?=.)/g, '$1 '))
  await expectAccessible(page)
})
