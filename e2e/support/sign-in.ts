import type { Messages } from '../../app/_language/messages'
import { demoPassword } from '../../db/seed/demo/demo-password'
import { forgetUsedCodes } from './authenticator'
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
  await page.getByLabel(words['sign-in'].code).fill(await codeSentTo({ page, phone }))
  await page.getByRole('button', { name: words['sign-in'].enter, exact: true }).click()
  await page.waitForURL(url => url.pathname === new URL(back, url).pathname)
}

/** Signs a member of staff in by name, password and the code of their authenticator. */
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
  await showCodeOfStaff({ page, words, name })
}

/** The second step, once the password was right. */
export async function showCodeOfStaff({ page, words, name }: Person & { name: string }): Promise<void> {
  await page.waitForURL('**/staff/sign-in/second-step**')
  const { signIn } = words['second-factor']
  await page.getByLabel(signIn.code).fill(await codeOfStaff({ page, name }))
  await page.getByRole('button', { name: signIn.go, exact: true }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/staff/sign-in'))
}

/** What the authenticator of a member of staff shows now, read in the demo's outbox. */
export async function codeOfStaff({ page, name }: { page: Page; name: string }): Promise<string> {
  await forgetUsedCodes()
  return inOutbox(
    page,
    async outbox => {
      const row = outbox.getByRole('row').filter({ hasText: name }).first()
      return /\d{6}/.exec((await row.textContent()) ?? '')?.[0] ?? ''
    },
    '/demo/outbox?show=authenticator',
  )
}

/** The latest code in the outbox for a phone, looked up in a tab of its own. */
export async function codeSentTo({ page, phone }: { page: Page; phone: string }): Promise<string> {
  return inOutbox(page, async outbox => {
    // The code stands in large figures by itself; the words beside it may join other figures.
    const code = outbox.getByText(/^\d{6}$/)
    const entry = messagesTo({ outbox, phone }).filter({ has: code }).first()
    await expect(entry).toBeVisible()
    return (await entry.getByText(/^\d{6}$/).textContent()) ?? ''
  })
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
  return inOutbox(page, async outbox => {
    const entry = messagesTo({ outbox, phone }).filter({ hasText: containing }).first()
    await expect(entry).toBeVisible()
    return (await entry.textContent()) ?? ''
  })
}

async function inOutbox(
  page: Page,
  read: (outbox: Page) => Promise<string>,
  path = '/demo/outbox',
): Promise<string> {
  const outbox = await page.context().newPage()
  try {
    await outbox.goto(path)
    return await read(outbox)
  } finally {
    await outbox.close()
  }
}

/** What was sent to a phone, which the outbox shows in groups of figures. */
function messagesTo({ outbox, phone }: { outbox: Page; phone: string }) {
  const spaced = new RegExp([...phone].join('\\s?'))
  return outbox.getByRole('listitem').filter({ hasText: spaced })
}
