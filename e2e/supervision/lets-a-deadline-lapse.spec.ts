import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

const applicant = { phone: '13612340901', name: '孙悦', idNumber: '420202199403150023' }

test('Nobody decides in time: the applicant is registered, the office has a record, the county closes it', async ({
  page,
  words,
  clock,
  browser,
  baseURL,
}) => {
  test.slow()
  const { reference } = await givenASubmittedApplication({ page, words, ...applicant })
  const colleague = async (name: string, back: string) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })
    const desk = await context.newPage()
    await signInAsStaff({ page: desk, words, name, back })
    return desk
  }
  const administrator = await colleague('admin', '/staff/admin/clock')
  const county = await colleague('county', '/staff/supervision')

  await whenTenDaysPassByTheTimeMachine(administrator)
  await thenTheApplicantHasACertificate()
  await thenTheOfficeSeesTheLapseInItsFigures()
  await thenTheCountyWritesDownWhatItFound()
  await Promise.all([administrator.context().close(), county.context().close()])

  async function whenTenDaysPassByTheTimeMachine(desk: Page) {
    const before = await clock.now()
    await expectAccessible(desk)
    await desk.getByLabel(words.admin.clock.days).fill('10')
    await desk.getByRole('button', { name: words.admin.clock.toDays, exact: true }).click()
    await desk.waitForURL('**done=moved')
    await expect(desk.getByText(words.admin.clock.ahead, { exact: true })).toBeVisible()
    expect((await clock.now()).getTime() - before.getTime()).toBeGreaterThan(10 * 86_400_000)
  }

  /** The applicant, too, is still signed in: everybody travels along. */
  async function thenTheApplicantHasACertificate() {
    await expect(async () => {
      await page.goto(`/applications/${reference}`)
      await expect(page.locator('a[href^="/certificates/"]').first()).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
  }

  async function thenTheOfficeSeesTheLapseInItsFigures() {
    const supervisor = await colleague('zhouwei', '/staff/supervision')
    await expectAccessible(supervisor)
    await supervisor.getByRole('link', { name: words.supervision.figure.openRecords }).click()
    await expect(supervisor.getByRole('link', { name: reference })).toBeVisible()
    await supervisor.getByRole('link', { name: reference }).click()
    await expect(supervisor.getByText(words.supervision.record.waits)).toBeVisible()
    await expect(supervisor.getByRole('button', { name: words.supervision.record.close })).toHaveCount(0)
    await supervisor.context().close()
  }

  async function thenTheCountyWritesDownWhatItFound() {
    await county.goto(`/staff/supervision/records/${reference}`)
    await county.getByRole('button', { name: words.supervision.record.close }).click()
    await expect(county.getByRole('main').getByRole('alert')).toBeVisible()
    await expectAccessible(county)
    await county.locator('[name=finding]').fill('值班安排有误，当天没有人登录系统，已经改为两人轮值。')
    await county.getByRole('button', { name: words.supervision.record.close }).click()
    await county.waitForURL('**done=closed')
    await expect(county.getByText('已经改为两人轮值')).toBeVisible()
    await expectAccessible(county)
  }
})
