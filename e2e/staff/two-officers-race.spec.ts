import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

test('Two officers have the same case open: one registers, the other is told who did and when', async ({
  page,
  words,
  reference,
  browser,
  baseURL,
}) => {
  const { staff } = words
  const slower = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })).newPage()
  await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}` })
  await signInAsStaff({ page: slower, words, name: 'lina', back: `/staff/cases/${reference}/rejection` })
  await page.getByRole('button', { name: staff.action.register }).click()
  await page.waitForURL('**done=registered')

  await slower.locator('[name=reason]').first().check()
  await slower.locator('[name=explanation]').fill('同一次生育已经登记过，不能再登记一次，请看编号。')
  await slower.locator('[name=evidence]').fill('查询结果')
  await slower.getByRole('button', { name: staff.rejection.preview }).click()
  const [before = ''] = staff.ended.register.split('{name}')
  await expect(slower.getByRole('alert').filter({ hasText: `${before}陈晓` })).toBeVisible()
  await expect(slower.locator('[name=evidence]')).toHaveValue('查询结果')
  await expectAccessible(slower)
  await slower.context().close()
})

/** With a second tab to spare, for the messages of the demo. */
async function aBrowserOfTheirOwn(of: { browser: Browser; baseURL: string | undefined }): Promise<Page> {
  const context = await of.browser.newContext({ baseURL: of.baseURL ?? '', locale: 'zh-CN' })
  return context.newPage()
}

test('A case that a colleague holds says so, and a supervisor takes it over', async ({
  page,
  words,
  reference,
  browser,
  baseURL,
}) => {
  const { staff } = words
  await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}` })
  await page.getByRole('button', { name: staff.action.claim }).click()
  await page.waitForURL('**done=claimed')
  const other = await aBrowserOfTheirOwn({ browser, baseURL })
  await signInAsStaff({ page: other, words, name: 'lina', back: `/staff/cases/${reference}` })
  await expect(other.getByText(staff.case.heldBy.replace('{name}', '陈晓'))).toBeVisible()
  await expect(other.getByRole('button', { name: staff.action.takeOver })).toHaveCount(0)
  await other.close()
  const supervisor = await aBrowserOfTheirOwn({ browser, baseURL })
  await signInAsStaff({ page: supervisor, words, name: 'zhouwei', back: `/staff/cases/${reference}` })
  await supervisor.getByRole('button', { name: staff.action.takeOver }).click()
  await supervisor.waitForURL('**done=claimed')
  await supervisor.close()
})
