import { expect, expectAccessible, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

test('A new officer gets an account, works, and is signed out the moment it ends', async ({
  page,
  words,
  browser,
  baseURL,
}) => {
  const { staff } = words.admin
  await signInAsStaff({ page, words, name: 'admin', back: '/staff/admin/staff/new' })
  await page.getByRole('button', { name: staff.create, exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await page.locator('[name=name]').fill('高洁')
  await page.locator('[name=staffNumber]').fill('hs-901')
  await page.locator('[name=signInName]').fill('gaojie')
  await page.locator('[name=role][value=officer]').check()
  await page.getByText('黄石港区', { exact: true }).click()
  await page.locator('[name=office-420202006]').check()
  await page.getByRole('button', { name: staff.create, exact: true }).click()
  const shown = page.getByRole('status').filter({ hasText: staff.password })
  await expect(shown).toBeVisible()
  const password = /([a-z2-9]{4}-){3}[a-z2-9]{4}/.exec((await shown.textContent()) ?? '')?.[0] ?? ''
  await expectAccessible(page)

  const newcomer = await browser.newPage({ baseURL: baseURL ?? '', locale: 'zh-CN' })
  const { signIn, queue } = words.staff
  await newcomer.goto('/staff/sign-in')
  await newcomer.getByLabel(signIn.name, { exact: true }).fill('gaojie')
  await newcomer.getByLabel(signIn.password, { exact: true }).fill(password)
  await newcomer.getByRole('button', { name: signIn.go, exact: true }).click()
  await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText(queue.title)

  await page.goto('/staff/admin/staff/HS-901')
  await page.getByRole('button', { name: staff.end, exact: true }).click()
  await page.waitForURL('**done=endedDone')
  await newcomer.goto('/staff')
  await expect(newcomer).toHaveURL(/\/staff\/sign-in/)
  await newcomer.close()
})
