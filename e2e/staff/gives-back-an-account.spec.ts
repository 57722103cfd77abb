import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { codeSentTo, latestMessageTo, signInAsResident, signInAsStaff } from '../support/sign-in'

/** Phones of this story only. */
const [lost, found] = ['13714150001', '13714150002']
const [disputed, taken, settled] = ['13714150003', '13714150004', '13714150005']
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

test('A disputed change is settled with open eyes, and the auditor still sees that it was disputed', async ({
  page,
  words,
}) => {
  test.slow() // A whole application, two counters and an audit.
  const other = { name: '柳归云', idNumber: '420202199207135125' }
  const { contested, audit, failure, done } = words['phone-at-counter']
  const { reference } = await givenASubmittedApplication({ page, words, phone: disputed, ...other })
  await nextPerson(page)
  await signInAsStaff({ page, words, name: 'sunli', back: '/staff/residents' })
  await whenIAsk(page, words, { ...other, phone: taken })
  await page.waitForURL(/\/staff\/residents\/[0-9a-f-]{36}$/)
  await expect(page.getByText(contested.title)).toHaveCount(0)
  await whenIType(page, words, await codeSentTo({ page, phone: taken }))
  await page.waitForURL('**/staff/residents?done=changed')
  await nextPerson(page)

  const message = await latestMessageTo({ page, phone: disputed, containing: /\/account\/objection\// })
  await page.goto(/\/account\/objection\/[\w-]{43}/.exec(message)?.[0] ?? '')
  await page.getByRole('button', { name: words.account.objection.open.go }).click()
  await expect(page.getByText(words.account.objection.objected.title)).toBeVisible()

  await signInAsStaff({ page, words, name: 'zhouwei', back: '/staff/residents' })
  await whenIAsk(page, words, { ...other, phone: settled })
  await page.waitForURL(/\/staff\/residents\/[0-9a-f-]{36}$/)
  for (const said of [contested.title, contested.check.original, contested.check.face]) {
    await expect(page.getByText(said)).toBeVisible()
  }
  await expectAccessible(page)
  const code = await codeSentTo({ page, phone: settled })
  await whenIType(page, words, code)
  await thenIAmTold(page, failure['check-again'])
  await page.locator('[name=checked]').check()
  await whenIType(page, words, code)
  await expect(page.getByRole('status').filter({ hasText: done })).toBeVisible()
  await nextPerson(page)

  await signInAsStaff({ page, words, name: 'auditor', back: '/staff/audit/phone-changes' })
  const change = page
    .getByRole('main')
    .locator('section')
    .filter({ hasText: reference })
    .filter({ hasText: audit.state.settled })
  await expect(change).toContainText('孙丽')
  await expect(change).toContainText('周伟')
  await expect(change).toContainText(audit.state.new)
  await expectAccessible(page)
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
