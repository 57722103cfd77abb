import { expect, expectAccessible, narrowScreen, test } from '../support/journey'
import { choosePassword, typePassword } from '../support/newcomer'
import { codeOfStaff, signInAsStaff } from '../support/sign-in'

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
  await page.locator('[name=name]').fill('高'.repeat(3_000))
  await page.getByRole('button', { name: staff.create, exact: true }).click()
  const tooLong = words.staff.typed['too-long'].replace('{count}', '50')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(tooLong)
  await expect(page).toHaveTitle(new RegExp(`^${words.form.error}`))
  await page.locator('[name=name]').fill('高洁')
  await page.locator('[name=staffNumber]').fill('hs-901')
  await page.locator('[name=signInName]').fill('gaojie')
  await page.locator('[name=role][value=officer]').check()
  await page.getByText('黄石港区', { exact: true }).click()
  await page.locator('[name=office-420202006]').check()
  await page.getByRole('button', { name: staff.create, exact: true }).click()
  const shown = page.getByRole('status').filter({ hasText: staff.password })
  await expect(shown).toContainText('gaojie')
  await expect(shown).toContainText(staff.passwordOnce.replace('{days}', '7'))
  await expect(page).not.toHaveTitle(new RegExp(`^${words.form.error}`))
  const password = /([a-z2-9]{4}-){3}[a-z2-9]{4}/.exec((await shown.textContent()) ?? '')?.[0] ?? ''
  await expectAccessible(page)

  const desk = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })
  const newcomer = await desk.newPage()
  const { queue } = words.staff
  await newcomer.goto('/staff/sign-in')
  await expect(newcomer.getByRole('cell', { name: 'chenxiao' })).toBeVisible()
  await expect(newcomer.getByRole('cell', { name: 'gaojie' })).toHaveCount(0)
  await typePassword({ page: newcomer, words, account: 'gaojie', password })
  const second = words['second-factor']
  await newcomer.waitForURL('**/staff/sign-in/password**')
  await expectAccessible(newcomer)
  await choosePassword({ page: newcomer, words })
  await expectAccessible(newcomer)
  await newcomer.locator('[name=firstCode]').fill(await codeOfStaff({ page, name: 'gaojie' }))
  await newcomer.getByRole('button', { name: second.setUp.confirm, exact: true }).click()
  const codes = newcomer.getByRole('status').filter({ hasText: second.codes.title })
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  await expectAccessible(newcomer)
  await newcomer.getByRole('link', { name: second.codes.kept, exact: true }).click()
  await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText(queue.title)

  await page.setViewportSize(narrowScreen)
  await page.goto('/staff/admin/staff')
  const list = page.getByRole('region', { name: staff.caption })
  expect(await list.evaluate(box => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0)
  await page.goto('/staff/admin/staff/HS-901')
  await page.getByRole('button', { name: staff.end, exact: true }).click()
  await page.waitForURL('**done=endedDone')
  await newcomer.goto('/staff')
  await expect(newcomer).toHaveURL(/\/staff\/sign-in/)
  await desk.close()
})
