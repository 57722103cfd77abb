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
  await page.locator('[name=named][value=no]').check()
  await next()
  await page.locator('[name=basis][value=residence]').check()
  await page.locator('[name=office]').selectOption('420202006')
  await page.locator('[name=detail]').fill('天津路社区 12 号')
  await next()
  await page.locator('[name=stage][value=expecting]').check()
  await next()
  await page.locator('[name=way][value=promise]').check()
  await page.locator('[name=consent]').check()
  await next()
  await page.getByRole('link', { name: apply.check.continue }).click()
  await page.locator('[name=typedName]').fill('陈桂香')
  await page.getByRole('button', { name: apply.sign.getCode }).click()
  await page.waitForURL('**/sign?sent=true')
  await page.locator('[name=code]').fill(await codeSentTo({ page, phone }))
  await page.getByRole('button', { name: apply.sign.submit }).click()
  await page.waitForURL('**/receipt')
  const reference = /HS-\d{4}-\d{2}-\d{4,5}-\d/.exec((await page.locator('main').textContent()) ?? '')?.[0]

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
