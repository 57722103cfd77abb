import type { Messages } from '../../app/_language/messages'
import { demoPassword } from '../../db/seed/demo/demo-password'
import { expect, type Page } from './journey'

type Person = { page: Page; words: Messages }

/** Signs a resident in by phone and code, as a person would, reading the code in the demo's outbox. */
export async function signInAsResident({
  page,
  words,
  phone,
  back = '/applications',
}: Person & { phone: string; back?: string }): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ back })}`)
  await page.getByLabel(words['sign-in'].phone).fill(phone)
  await page.getByRole('button', { name: words['sign-in'].send, exact: true }).click()
  await page.waitForURL('**/sign-in/code**')
  // On a busy machine the page that the redirect brought may still be taking its place.
  await page.waitForLoadState('networkidle')
  await page.getByLabel(words['sign-in'].code).fill(await codeSentTo({ page, phone }))
  await page.getByRole('button', { name: words['sign-in'].enter, exact: true }).click()
  await page.waitForURL(url => url.pathname === new URL(back, url).pathname)
}

/** Signs a member of staff in by name and password. */
export async function signInAsStaff({
  page,
  words,
  name,
  back = '/staff',
}: Person & { name: string; back?: string }): Promise<void> {
  await page.goto(`/staff/sign-in?${new URLSearchParams({ back })}`)
  await page.getByLabel(words.staff.signIn.name, { exact: true }).fill(name)
  await page.getByLabel(words.staff.signIn.password, { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: words.staff.signIn.go, exact: true }).click()
  await page.waitForURL(url => url.pathname !== '/staff/sign-in')
}

/** The latest code in the outbox for a phone, looked up in a tab of its own. */
export async function codeSentTo({ page, phone }: { page: Page; phone: string }): Promise<string> {
  const message = await latestMessageTo({ page, phone, containing: /(?<!\d)\d{6}(?!\d)/ })
  return /(?<!\d)\d{6}(?!\d)/.exec(message)?.[0] ?? ''
}

/** The latest message in the outbox for a phone that contains what is looked for. */
export async function latestMessageTo({
  page,
  phone,
  containing,
}: {
  page: Page
  phone: string
  containing: RegExp
}): Promise<string> {
  const outbox = await page.context().newPage()
  try {
    await outbox.goto('/demo/outbox')
    const spaced = new RegExp([...phone].join('\\s?'))
    const entry = outbox.getByRole('listitem').filter({ hasText: spaced }).filter({ hasText: containing })
    await expect(entry.first()).toBeVisible()
    const text = (await entry.first().textContent()) ?? ''
    return text.replace(spaced, '')
  } finally {
    await outbox.close()
  }
}
