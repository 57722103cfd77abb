import { expect, expectAccessible, narrowScreen } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

test('Who opens a case of another office is told so, and the auditor finds it in the log of the case', async ({
  page,
  words,
  reference,
}) => {
  const { audit, staff, 'audit-details': details } = words
  await signInAsStaff({ page, words, name: 'liuyang', back: `/staff/cases/${reference}` })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staff.refused['other-office'].title)
  await page.goto('/staff/cases/HS-1')
  await expect(page.getByRole('main')).toContainText(staff.notFound.leadToQueue)
  await page.context().clearCookies()

  await signInAsStaff({ page, words, name: 'auditor', back: `/staff/audit?reference=${reference}` })
  const row = page.getByRole('row').filter({ hasText: audit.action['case-look-refused'] })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(details.value['other-office'])
  await page.goto('/staff/cases/HS-1')
  await expect(page.getByRole('main')).toContainText(staff.notFound.lead)

  await page.setViewportSize(narrowScreen)
  await page.goto('/staff/audit')
  await page.locator('[name=staffNumber]').fill('ｈｓ104')
  await page.getByRole('button', { name: audit.search, exact: true }).click()
  await page.waitForURL(url => url.searchParams.has('staffNumber'))
  const list = page.getByRole('region', { name: audit.caption })
  await expect(list.getByRole('link', { name: 'HS104' }).first()).toBeVisible()
  expect(await list.evaluate(box => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
