import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { signInAsDemoResident } from '../support/paper'

/** The demo's resident has an application for somebody else that waits for a correction of document and address. */
test('An applicant corrects what the office listed, and the office’s clock goes on', async ({
  page,
  words,
}) => {
  const { applications, apply } = words
  await page.setViewportSize(narrowScreen)
  await signInAsDemoResident({ page, words })
  await page.goto('/applications')
  await whenIOpenWhatWaitsForMe(page, applications.status.correction_requested)
  await expect(page.getByRole('main')).toContainText(applications.clock.applicantThen)
  await expectAccessible(page)
  await page.getByRole('link', { name: applications.correction.go }).click()
  await expectAccessible(page)
  await page.locator('[name=applicant-document-number]').fill('11010519491231002Y')
  await page.locator('[name=address-detail]').fill('')
  await page.getByRole('button', { name: applications.correction.send }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(apply.problem['detail-empty'])
  await expect(page.locator('[name=applicant-document-number]')).toHaveValue('11010519491231002Y')
  await expectAccessible(page)
  await page.locator('[name=applicant-document-number]').fill('420202199403150023')
  await page.locator('[name=address-detail]').fill('天津路社区 21 号')
  await page.locator('[name=words]').fill('门牌号写反了。')
  await page.getByRole('button', { name: applications.correction.send }).click()
  await page.waitForURL('**?corrected=yes')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(applications.status.accepted)
  await expect(page.getByRole('main')).toContainText('天津路社区 21 号')
  await expect(page.getByRole('main')).toContainText(applications.clock.forProxy.officeThen)
  await expectAccessible(page)
})

async function whenIOpenWhatWaitsForMe(page: Page, status: string) {
  await page.getByRole('listitem').filter({ hasText: status }).getByRole('link').first().click()
}
