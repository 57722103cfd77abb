import type { Messages } from '../../app/_language/messages'
import { expect, expectAccessible, narrowScreen, type Page } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

test('An officer transfers a case: it leaves one office and arrives at the other, with its reference', async ({
  page,
  words,
  reference,
}) => {
  const { transfer, failure, done, refused, action } = words.staff
  await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}` })
  await page.getByRole('link', { name: action.transfer }).click()
  await page.setViewportSize(narrowScreen)
  await expectAccessible(page)
  await page.locator('[name=reason]').fill('申请人住在胜阳港街道。')
  await page.getByRole('button', { name: transfer.send }).click()
  await expect(page.getByRole('alert').filter({ hasText: failure['no-such-office'] })).toBeVisible()
  await expect(page.locator('[name=reason]')).toHaveValue('申请人住在胜阳港街道。')
  await page.locator('[name=office]').selectOption('420202007')
  await page.getByRole('button', { name: transfer.send }).click()
  await page.waitForURL('**/staff?done=transferred')
  await expect(page.getByText(done.transferred)).toBeVisible()

  await page.goto(`/staff/cases/${reference}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(refused['other-office'].title)
  await expectAccessible(page)

  await whenSomebodyElseSignsIn({ page, words, name: 'liuyang', back: `/staff/cases/${reference}` })
  await expect(page.getByText('申请人住在胜阳港街道。')).toBeVisible()
  await expect(page.getByRole('button', { name: action.register })).toBeVisible()
})

test('An officer asks for more time, and a supervisor grants it, seeing the new date', async ({
  page,
  words,
  reference,
}) => {
  const { extension, action, extensionRequest } = words.staff
  await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}` })
  await page.getByRole('link', { name: action['request-extension'] }).click()
  await expectAccessible(page)
  await page.locator('[name=days]').selectOption('2')
  await page.locator('[name=reason]').fill('等发证机关回复。')
  await page.getByRole('button', { name: extension.request }).click()
  await page.waitForURL('**done=extension-requested')
  await expect(page.getByText(extensionRequest.title.replace('{count}', '2'))).toBeVisible()

  await whenSomebodyElseSignsIn({ page, words, name: 'zhouwei', back: '/staff?forSupervisor=yes' })
  await page.getByRole('link', { name: reference }).click()
  await page.getByRole('link', { name: action.extend, exact: true }).click()
  await expect(page.locator('[name=days]')).toHaveValue('2')
  await expect(page.locator('[name=reason]')).toHaveValue('等发证机关回复。')
  await page.setViewportSize(narrowScreen)
  await expectAccessible(page)
  await page.getByRole('button', { name: extension.grant, exact: true }).click()
  await page.waitForURL('**done=extended')
  await page.getByRole('link', { name: words.staff.clock.explain }).click()
  await expect(page.getByText(words.staff.date.kind.extension).first()).toBeVisible()
  await expectAccessible(page)
})

type Person = { page: Page; words: Messages }

async function whenSomebodyElseSignsIn({ page, words, name, back }: Person & { name: string; back: string }) {
  await page.getByRole('button', { name: words['sign-in'].signOut }).click()
  await page.waitForURL('**/staff/sign-in')
  await signInAsStaff({ page, words, name, back })
}
