import postgres from 'postgres'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

const person = { phone: '13714350001', name: '邹音讯', idNumber: '420202198807230041' }

test('A message that did not arrive is told on the page of the case, to the resident and to the office', async ({
  page,
  words,
  service,
}) => {
  const { undelivered, undeliveredStaff } = words.notices
  const { reference } = await givenASubmittedApplication({ page, words, ...person })
  await page.goto(`/applications/${reference}`)
  await expect(page.getByText(undelivered.title.sms)).toBeHidden()
  await messagesFail({ ownerUrl: service.ownerUrl, reference })
  await page.reload()
  await expect(page.getByText(undelivered.title.sms)).toBeVisible()
  await expectAccessible(page)

  await page.context().clearCookies()
  await signInAsStaff({ page, words, name: 'lina', back: `/staff/cases/${reference}` })
  await expect(page.getByText(undeliveredStaff.title.sms)).toBeVisible()
  await expect(page.getByRole('main')).toContainText(words.notices.why['number-not-reached'])
  await expectAccessible(page)
  await page.getByRole('link', { name: undeliveredStaff.change }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words['phone-at-counter'].title)
})

/** What a gateway does that says of a number that it is nobody's; the demo has none that would. */
async function messagesFail({ ownerUrl, reference }: { ownerUrl: string; reference: string }): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const failed = await sql`
    update notifications set sent_at = null, failed_at = service_now(), failure = 'number-not-reached', tries = 1
    where channel = 'sms' and application_id = (select id from applications where reference = ${reference})
    returning id`
  await sql.end()
  expect(failed.length).toBeGreaterThan(0)
}
