import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { signInAsResident, signInAsStaff } from '../support/sign-in'

const person = { phone: '13612340081', name: '吴敏', idNumber: '420202199203150029' }
const explanation = '同一次生育已经登记过，编号 HS-2611-02-0001-7，不能再登记一次。'

test('Whoever is refused reads why and what the law offers, and complains of it at once', async ({
  page,
  words,
  clock,
}) => {
  test.slow() // An application, a refusal by two, a complaint, and whoever confirmed looks at it.
  const { complaints, applications } = words
  const { reference } = await givenASubmittedApplication({ page, words, ...person })
  await whenTheOfficeRefuses({ page, words, reference })

  await page.context().clearCookies()
  // A phone is sent one code a minute.
  await clock.travelTo(new Date((await clock.now()).getTime() + 61_000))
  await signInAsResident({ page, words, phone: person.phone })
  await page.setViewportSize(narrowScreen)
  await page.goto(`/applications/${reference}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(applications.status.rejected)
  await expect(page.getByText(explanation)).toBeVisible()
  await expect(page.getByRole('main')).toContainText('六十日内')
  await expectAccessible(page)
  await page.getByRole('link', { name: complaints.resident.complain, exact: true }).click()
  await page.locator('[name=text]').fill('那是我姐姐的登记，不是我的。')
  await page.getByRole('button', { name: complaints.resident.send }).click()
  await page.waitForURL('**filed=yes')
  await expect(page.getByRole('heading', { name: complaints.state['waits-for-office'] })).toBeVisible()
  await expectAccessible(page)

  // Whoever confirmed the refusal does not judge the complaint about it.
  await page.context().clearCookies()
  await signInAsStaff({ page, words, name: 'zhouwei', back: `/staff/cases/${reference}/complaint` })
  await expect(page.getByRole('main')).toContainText(complaints.staff.whyNot['about-yourself'])
  await expect(page.locator('[name=answer]')).toHaveCount(0)
})

async function whenTheOfficeRefuses({
  page,
  words,
  reference,
}: {
  page: Page
  words: Messages
  reference: string
}) {
  const { staff } = words
  await page.context().clearCookies()
  await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}/rejection` })
  await page.locator('[name=reason]').first().check()
  await page.locator('[name=explanation]').fill(explanation)
  await page.locator('[name=evidence]').fill('11月24日 10:00 登记系统查询结果')
  await page.getByRole('button', { name: staff.rejection.preview }).click()
  await page.getByRole('button', { name: staff.rejection.send }).click()
  await page.waitForURL('**done=rejection-proposed')
  await page.context().clearCookies()
  await signInAsStaff({ page, words, name: 'zhouwei', back: `/staff/cases/${reference}/proposal` })
  await page.getByRole('button', { name: staff.proposal.confirm }).click()
  await page.waitForURL('**done=rejection-confirmed')
}
