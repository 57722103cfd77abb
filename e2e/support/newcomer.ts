import type { Messages } from '../../app/_language/messages'
import type { Page } from './journey'
import { signInAsStaff } from './sign-in'

/** What newcomers in stories choose for themselves. */
export const passwordOfNewcomers = '磁湖边上的柳树青'

/** An administrator gives a new auditor an account; gives the initial password, as it is shown once. */
export async function addAuditor({
  page,
  words,
  account,
  number,
}: {
  page: Page
  words: Messages
  account: string
  number: string
}): Promise<string> {
  const { staff } = words.admin
  await signInAsStaff({ page, words, name: 'admin', back: '/staff/admin/staff/new' })
  await page.locator('[name=name]').fill('高洁')
  await page.locator('[name=staffNumber]').fill(number)
  await page.locator('[name=signInName]').fill(account)
  await page.locator('[name=role][value=auditor]').check()
  await page.getByRole('button', { name: staff.create, exact: true }).click()
  const shown = page.getByRole('status').filter({ hasText: staff.password })
  return /([a-z2-9]{4}-){3}[a-z2-9]{4}/.exec((await shown.textContent()) ?? '')?.[0] ?? ''
}

/** The first step of signing in, in a browser of one's own. */
export async function typePassword({
  page,
  words,
  account,
  password,
}: {
  page: Page
  words: Messages
  account: string
  password: string
}): Promise<void> {
  const { signIn } = words.staff
  await page.goto('/staff/sign-in')
  await page.getByLabel(signIn.name, { exact: true }).fill(account)
  await page.getByLabel(signIn.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: signIn.go, exact: true }).click()
}

/** A newcomer's first minute: an own password in the place of the initial one. */
export async function choosePassword({ page, words }: { page: Page; words: Messages }): Promise<void> {
  await page.waitForURL('**/staff/sign-in/password**')
  for (const field of ['newPassword', 'newPasswordAgain']) {
    await page.locator(`[name=${field}]`).fill(passwordOfNewcomers)
  }
  await page.getByRole('button', { name: words['second-factor'].password.go, exact: true }).click()
  await page.waitForURL('**/staff/sign-in/set-up**')
}
