import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { codeSentTo, latestMessageTo, signInAsResident, signInAsStaff } from '../support/sign-in'

/** Phones of this story only. */
const [lost, found] = ['13714150001', '13714150002']
const person = { name: '柳归舟', idNumber: '420202199207135125' }

test('Somebody who lost their phone gets back to their case at any office, and everybody concerned is told', async ({
  page,
  words,
}) => {
  test.slow() // A whole application, three people and an audit.
  const { reference } = await givenASubmittedApplication({ page, words, phone: lost, ...person })
  await nextPerson(page)

  await signInAsStaff({ page, words, name: 'sunli', back: '/staff/residents' })
  await whenIAsk(page, words, { ...person, name: '柳归帆', phone: found })
  await thenIAmTold(page, words['phone-at-counter'].failure['no-account-found'])
  await expect(page.locator('[name=phone]')).toHaveValue(found)
  await whenIAsk(page, words, { ...person, phone: found })
  await page.waitForURL(/\/staff\/residents\/[0-9a-f-]{36}$/)
  await expectAccessible(page)
  const code = await codeSentTo({ page, phone: found })
  await whenIType(page, words, code === '111111' ? '222222' : '111111')
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await whenIType(page, words, code)
  await page.waitForURL('**/staff/residents?done=changed')
  await expect(page.getByRole('status').filter({ hasText: words['phone-at-counter'].done })).toBeVisible()
  const [told = ''] = words.notifications['phone-changed'].split('{link}')
  await latestMessageTo({ page, phone: lost, containing: new RegExp(told.slice(6, 30)) })
  await nextPerson(page)

  await signInAsResident({ page, words, phone: found })
  await expect(page.getByRole('main')).toContainText(reference)
  await nextPerson(page)

  await signInAsStaff({ page, words, name: 'auditor', back: '/staff/audit/phone-changes' })
  await expectAccessible(page)
  const change = page.getByRole('main').locator('section').filter({ hasText: reference })
  await change.getByRole('button', { name: words['phone-at-counter'].audit.look }).click()
  await page.waitForURL('**/staff/audit/phone-changes?done=looked')
  await expect(change).toContainText(words['phone-at-counter'].audit.state.looked)
})

test('The counter says at once everything that is missing, and an auditor has no counter', async ({
  page,
  words,
}) => {
  const { failure, send, notYourRole } = words['phone-at-counter']
  await signInAsStaff({ page, words, name: 'sunli', back: '/staff/residents' })
  await expectAccessible(page)
  await page.getByRole('button', { name: send, exact: true }).click()
  for (const said of [
    failure['document-missing'],
    words.apply.problem['document-empty'],
    words.apply.problem['name-empty'],
    words['sign-in'].failure.empty,
  ]) {
    await thenIAmTold(page, said)
  }
  await nextPerson(page)
  await signInAsStaff({ page, words, name: 'auditor', back: '/staff/residents' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(notYourRole.title)
})

/** The same browser in other hands. */
async function nextPerson(page: Page): Promise<void> {
  await page.context().clearCookies()
}

async function whenIAsk(
  page: Page,
  words: Messages,
  { name, idNumber, phone }: { name: string; idNumber: string; phone: string },
): Promise<void> {
  await page.locator('[name=document]').selectOption('resident-id-card')
  await page.locator('[name=number]').fill(idNumber)
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=phone]').fill(phone)
  await page.getByRole('button', { name: words['phone-at-counter'].send, exact: true }).click()
}

async function whenIType(page: Page, words: Messages, code: string): Promise<void> {
  await page.locator('[name=code]').fill(code)
  await page.getByRole('button', { name: words['phone-at-counter'].code.finish, exact: true }).click()
}

async function thenIAmTold(page: Page, said: string): Promise<void> {
  await expect(page.getByRole('main').getByRole('alert')).toContainText(said)
}
