import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, narrowScreen, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

const applicant = { phone: '13612340902', name: '吴桐', idNumber: '420202199105120045' }
const threeDaysBeforeTheYearEnds = new Date('2026-12-30T10:00:00+08:00')

test('An administrator sees what next year’s notice would move, lets it, and the applicant sees the new date', async ({
  page,
  words,
  clock,
  browser,
  baseURL,
}) => {
  test.slow()
  const { calendar } = words.admin
  await clock.travelTo(threeDaysBeforeTheYearEnds)
  const { reference } = await givenASubmittedApplication({ page, words, ...applicant })
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })
  const desk = await context.newPage()
  await signInAsStaff({ page: desk, words, name: 'admin', back: '/staff/admin/calendar' })
  await desk.getByRole('link', { name: calendar.add.replace('{year}', '2027') }).click()

  await test.step('a notice with a mistake is not tried, and what was typed stays', async () => {
    await desk.locator('[name=holidays]').fill('2027-01-01..2027-01-04 元旦\n2027-02-30 春节')
    await desk.getByRole('button', { name: calendar.preview }).click()
    await expect(desk.getByRole('main').getByRole('alert')).toContainText('2027-02-30 春节')
    await expect(desk.locator('[name=holidays]')).toHaveValue(/2027-01-01\.\.2027-01-04 元旦/)
    await expectAccessible(desk)
  })
  await test.step('the dry run shows which deadlines would move, and moves none', async () => {
    await desk.locator('[name=sourceLink]').fill('https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm')
    await desk.locator('[name=holidays]').fill('2027-01-01..2027-01-04 元旦')
    await desk.getByRole('button', { name: calendar.preview }).click()
    const row = desk.getByRole('row').filter({ hasText: reference })
    await expect(row).toContainText('1月4日')
    await expect(row).toContainText('1月6日')
    await expectAccessible(desk)
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText('1月4日')
  })
  await test.step('put into force, it moves them', async () => {
    await desk.getByRole('button', { name: calendar.apply }).click()
    await desk.waitForURL('**published=2027**')
    await expect(desk.getByRole('cell', { name: '2027', exact: true })).toBeVisible()
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText('1月6日')
    await page.setViewportSize(narrowScreen)
    await expectAccessible(page)
  })
  await context.close()
})
