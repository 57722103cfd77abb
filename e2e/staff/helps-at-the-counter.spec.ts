import { answerAfterTheApplicant, signAndSend } from '../support/apply'
import { expect, expectAccessible, test } from '../support/journey'
import { codeSentTo, signInAsStaff } from '../support/sign-in'

const phone = '13612371007'

test('An officer types for a grandmother at the counter, who lets them in by code and signs', async ({
  page,
  words,
}) => {
  const { assistance, apply, staff } = words
  const next = () => page.getByRole('button', { name: apply.save, exact: true }).click()
  await signInAsStaff({ page, words, name: 'chenxiao', back: '/staff/assist' })
  await expectAccessible(page)
  await page.locator('[name=phone]').fill('020-123')
  await page.getByRole('button', { name: assistance.send }).click()
  await expect(page.locator('[name=phone]')).toHaveAttribute('aria-invalid', 'true')
  await page.locator('[name=phone]').fill(phone)
  await page.getByRole('button', { name: assistance.send }).click()
  await expect(page.locator('[name=code]')).toBeVisible()
  await expectAccessible(page)
  await page.locator('[name=code]').fill(await codeSentTo({ page, phone }))
  await page.getByRole('button', { name: assistance.start }).click()
  await page.waitForURL('**/apply')
  await expect(page.getByText('136****1007')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: apply.start.new }).click()
  await page.locator('[name=who][value=self]').check()
  await next()
  await page.locator('[name=name]').fill('陈桂香')
  await page.locator('[name=idNumber]').fill('420202199305123523')
  await next()
  await answerAfterTheApplicant({ page, words })
  await page.getByRole('link', { name: apply.check.continue }).click()
  const { reference } = await signAndSend({ page, words, phone, name: '陈桂香' })

  // The form is all that was opened to the officer.
  await page.goto(`/applications/${reference}`)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/apply')
  await page.getByRole('button', { name: assistance.end }).click()
  await page.waitForURL('**/staff')
  await page.goto('/apply')
  await expect(page).toHaveURL(/\/sign-in/)

  await page.goto(`/staff/cases/${reference}`)
  await expect(page.getByRole('main')).toContainText(staff.facts.assisted.replace('{name}', '陈晓'))
})
