import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

inBothLanguages(() => {
  test('An officer takes the next case, registers it with one click and goes on to the next', async ({
    page,
    words,
    freshCases,
  }) => {
    expect(freshCases.length).toBeGreaterThan(0)
    await signInAsStaff({ page, words, name: 'chenxiao' })
    await thenItCanBeReadOnDeskAndPhone(page)
    await page.getByRole('button', { name: words.staff.takeNext }).click()
    await page.waitForURL('**/staff/cases/**done=taken-next')
    await expect(page.getByRole('status').filter({ hasText: words.staff.done['taken-next'] })).toBeVisible()
    await thenItCanBeReadOnDeskAndPhone(page)
    const first = page.url()
    await page.getByRole('button', { name: words.staff.action.register }).click()
    await page.waitForURL('**done=registered')
    const [before = ''] = words.staff.done.registered.split('{number}')
    await expect(page.getByRole('status').filter({ hasText: before })).toContainText(/\d{4} \d{4}/)
    await expect(page.getByText(words.staff.case.ended)).toBeVisible()
    await thenItCanBeReadOnDeskAndPhone(page)
    await page.getByRole('button', { name: words.staff.takeNext }).click()
    await page.waitForURL('**done=taken-next')
    expect(page.url()).not.toBe(first)
  })
})

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false })

  test('An officer reads the full document number once, and registers', async ({
    page,
    words,
    reference,
  }) => {
    await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}` })
    await expect(page.getByText(/\d{17}[\dX]/)).toHaveCount(0)
    await page.getByRole('button', { name: words.staff.reveal.go }).click()
    await expect(page.getByText(/^\d{17}[\dX]$/)).toBeVisible()
    expect(page.url()).not.toMatch(/\d{17}/)
    await page.goto(`/staff/cases/${reference}`)
    await expect(page.getByText(/^\d{17}[\dX]$/)).toHaveCount(0)
    await page.getByRole('button', { name: words.staff.action.register }).click()
    await page.waitForURL('**done=registered')
  })
})

async function thenItCanBeReadOnDeskAndPhone(page: Page) {
  await expectAccessible(page)
  const desk = page.viewportSize()
  await page.setViewportSize(narrowScreen)
  await expectAccessible(page)
  if (desk) await page.setViewportSize(desk)
}
