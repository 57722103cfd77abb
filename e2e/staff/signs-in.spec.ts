import { expect, expectAccessible, inBothLanguages, narrowScreen, test } from '../support/journey'
import { showCodeOfStaff, signInAsResident, signInAsStaff } from '../support/sign-in'

inBothLanguages(() => {
  test('A member of staff mistypes, signs in, lands where they were going, and signs out', async ({
    page,
    words,
  }) => {
    const { signIn } = words.staff
    await page.goto('/staff?waitsFor=office')
    await page.waitForURL('**/staff/sign-in**')
    await page.setViewportSize(narrowScreen)
    await expectAccessible(page)
    await page.getByRole('button', { name: signIn.go, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: signIn.nameMissing })).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: signIn.passwordMissing })).toBeVisible()
    await page.locator('[name=name]').fill('chenxiao')
    await page.locator('[name=password]').fill('wrong')
    await page.getByRole('button', { name: signIn.go, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: signIn.wrong })).toBeVisible()
    await expect(page.locator('[name=name]')).toHaveValue('chenxiao')
    await expect(page.locator('[name=password]')).toHaveValue('')
    await expectAccessible(page)
    await page.locator('[name=password]').fill('demo-2026-huangshi')
    await page.getByRole('button', { name: signIn.go, exact: true }).click()
    await page.waitForURL('**/staff/sign-in/second-step**')
    await expectAccessible(page)
    const second = words['second-factor']
    await page.locator('[name=code]').fill('12')
    await page.getByRole('button', { name: second.signIn.go, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: second.failure['not-six-digits'] })).toBeVisible()
    await page.goto('/staff')
    await expect(page).toHaveURL(/\/staff\/sign-in/)
    await page.goto('/staff/sign-in/second-step?back=%2Fstaff%3FwaitsFor%3Doffice')
    await showCodeOfStaff({ page, words, name: 'chenxiao' })
    await page.waitForURL('**/staff?waitsFor=office')
    await page.getByRole('button', { name: words['sign-in'].signOut }).click()
    await page.waitForURL('**/staff/sign-in')
    await page.goto('/staff')
    await expect(page).toHaveURL(/\/staff\/sign-in/)
  })
})

test('Whoever is no officer finds their own place instead of the queue', async ({ page, words }) => {
  await signInAsStaff({ page, words, name: 'admin' })
  await expect(page).toHaveURL(/\/staff\/admin$/)
  await page.goto('/staff')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.staff.notYourRole.title)
  await expectAccessible(page)
})

test('A resident who opens a staff page is told that they are signed in as a resident', async ({
  page,
  words,
}) => {
  await signInAsResident({ page, words, phone: '13612340031' })
  await page.goto('/staff')
  await page.waitForURL('**/staff/sign-in**')
  await expect(page.getByText(words.staff.signIn.residentTitle)).toBeVisible()
  await expectAccessible(page)
})
