import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, narrowScreen, test } from '../support/journey'
import { signInAsResident } from '../support/sign-in'

test('An applicant sees the office’s clock, how it is counted, and takes the application back', async ({
  page,
  words,
}) => {
  const { applications } = words
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612340010',
    name: '赵敏',
    idNumber: '420202199403150023',
  })
  await page.setViewportSize(narrowScreen)
  await page.goto(`/applications/${reference}`)
  await expect(page.getByRole('main')).toContainText(applications.clock.officeThen)
  await page.getByText(applications.explain.summary).click()
  await expect(page.getByText(applications.explain.day.start, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: applications.actions.withdraw }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: applications.withdraw.go }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(applications.status.withdrawn)
  await page.getByRole('button', { name: applications.outcome.again }).click()
  await page.waitForURL('**/apply/**')
})

test('Somebody else’s application looks like one that does not exist', async ({ page, words, browser }) => {
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612340011',
    name: '钱芳',
    idNumber: '420202199105120045',
  })
  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: 'zh-CN' })
  const stranger = await elsewhere.newPage()
  await signInAsResident({ page: stranger, words, phone: '13612340012' })
  const pages = ['', '/correction', '/withdraw', '/complaint']
  for (const under of pages) {
    const theirs = await stranger.goto(`/applications/${reference}${under}`)
    const nobodys = await stranger.goto(`/applications/HS-2611-24-0000-9${under}`)
    expect([theirs?.status(), nobodys?.status()]).toEqual([404, 404])
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(words.shell.notFound.title)
  }
  await elsewhere.close()
})
