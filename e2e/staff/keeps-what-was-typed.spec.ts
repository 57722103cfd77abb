import { expect, expectAccessible } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

const explanation = '同一次生育已经登记过，编号 HS-2611-02-0001-7，不能再登记一次。'

test('An officer whose session is over finds the refusal that they had written', async ({
  page,
  words,
  reference,
}) => {
  const path = `/staff/cases/${reference}/rejection`
  await signInAsStaff({ page, words, name: 'chenxiao', back: path })
  await page.locator('[name=reason]').first().check()
  await page.locator('[name=explanation]').fill(explanation)
  await page.context().clearCookies({ name: 'session' })
  await page.getByRole('button', { name: words.staff.rejection.preview }).click()
  await page.waitForURL('**/staff/sign-in?**')
  await expect(page.getByText(words['sign-in'].sessionOver)).toBeVisible()
  await expectAccessible(page)
  await signInAsStaff({ page, words, name: 'chenxiao', back: path })
  await expect(page.getByText(words.form.kept)).toBeVisible()
  await expect(page.locator('[name=reason]').first()).toBeChecked()
  await expect(page.locator('[name=explanation]')).toHaveValue(explanation)
  await expectAccessible(page)
})
