import { expect, expectAccessible } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

test('An officer works through the queue without a mouse', async ({ page, words, freshCases }) => {
  expect(freshCases.length).toBeGreaterThan(1)
  await signInAsStaff({ page, words, name: 'chenxiao' })
  await expect(page.getByText(words.staff.keys.hint)).toBeVisible()
  const links = page.locator('#queue tbody a')
  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.nth(0)).toBeFocused()
  const reference = (await links.nth(0).textContent()) ?? ''
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/staff/cases/${reference}`)
  await page.goBack()
  await page.getByText(words.staff.keys.hint).waitFor()
  await page.keyboard.press('n')
  await page.waitForURL('**done=taken-next')
})

test('Single keys can be turned off, and never act while somebody types', async ({
  page,
  words,
  freshCases,
}) => {
  expect(freshCases.length).toBeGreaterThan(1)
  await signInAsStaff({ page, words, name: 'chenxiao' })
  await page.getByText(words.staff.keys.hint).waitFor()
  await page.locator('[name=search]').fill('jn')
  await page.locator('[name=search]').press('n')
  await expect(page).toHaveURL(/\/staff$/)
  await page.getByRole('button', { name: words.staff.keys.turnOff }).click()
  await page.keyboard.press('j')
  await expect(page.locator('#queue tbody a').first()).not.toBeFocused()
  await page.reload()
  await expect(page.getByRole('button', { name: words.staff.keys.turnOn })).toBeVisible()
})

test('An officer filters the queue, keeps the filter in the address, and finds a case by what people say', async ({
  page,
  words,
  reference,
}) => {
  const { staff } = words
  await signInAsStaff({ page, words, name: 'chenxiao' })
  await page.getByRole('link', { name: staff.filters.applicant, exact: true }).click()
  await expect(page).toHaveURL(/waitsFor=applicant/)
  await expectAccessible(page)
  await page.reload()
  await expect(page.locator('[aria-current=true]')).toContainText(staff.filters.applicant)

  await page.locator('[name=search]').fill('李婷')
  await page.getByRole('button', { name: staff.search.go }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: staff.search.failure['not-searchable'] }),
  ).toBeVisible()
  await expect(page.locator('[name=search]')).toHaveValue('李婷')
  await page.locator('[name=search]').fill(reference.toLowerCase())
  await page.getByRole('button', { name: staff.search.go }).click()
  await page.waitForURL(`**/staff/cases/${reference}`)
})

test('An address that names a case of nobody says so; one that names nothing shows the queue', async ({
  page,
  words,
}) => {
  const { search, found } = words.staff
  await signInAsStaff({ page, words, name: 'chenxiao', back: '/staff?found=HS-2611-24-9999-8' })
  await expect(page.getByText(search.failure['nothing-found'])).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: found.close, exact: true }).click()
  await expect(page).toHaveURL(/\/staff$/)
  await page.goto('/staff?found=abc')
  await expect(page.locator('#queue')).toBeVisible()
  await expect(page.getByText(search.failure['nothing-found'])).toHaveCount(0)
})
