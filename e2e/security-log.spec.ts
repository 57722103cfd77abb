import { readFileSync } from 'node:fs'
import { expect, test } from './support/journey'
import type { Service } from './support/service'
import { signInAsStaff } from './support/sign-in'

test('who came in, who did not and who was refused stands in the log, without a word of what was typed', async ({
  page,
  words,
  service,
}) => {
  const { signIn } = words.staff
  await page.goto('/staff/sign-in')
  await page.getByLabel(signIn.name, { exact: true }).fill('lina')
  await page.getByLabel(signIn.password, { exact: true }).fill('wrong-horse-battery')
  await page.getByRole('button', { name: signIn.go, exact: true }).click()
  await expect(page.getByRole('main')).toContainText(signIn.wrong)
  await signInAsStaff({ page, words, name: 'lina' })
  await page.goto('/staff/admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.admin.notYourRole.title)
  await page.request.post('/v/none', { headers: { origin: 'https://elsewhere.example' } })

  const staffId = expect.stringMatching(/^[0-9a-f-]{36}$/)
  await expect
    .poll(() => securityEvents(service))
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: 'sign-in-failed', by: 'password', why: 'wrong-name-or-password' }),
        expect.objectContaining({ event: 'signed-in', by: 'second-factor', staffId }),
        expect.objectContaining({ event: 'not-permitted', staffId, path: '/staff/admin' }),
        expect.objectContaining({ event: 'not-our-page' }),
      ]),
    )
  expect(readFileSync(service.logFile, 'utf8')).not.toContain('wrong-horse-battery')
})

test('a command that is not for whoever sends it stands in the log: what, why and who, and nothing of what was typed', async ({
  page,
  words,
  service,
}) => {
  const { failure, transfer } = words.staff
  await signInAsStaff({ page, words, name: 'liuyang' })
  const elsewhere = await page.context().cookies()
  await page.context().clearCookies()
  await signInAsStaff({ page, words, name: 'admin', back: '/staff/admin/limits' })
  await page.locator('[name=law]').fill('只有自己知道的依据')
  await page.context().addCookies(elsewhere)
  await page.getByRole('button', { name: words.admin.limit.save }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(words.admin.typedFailure.notYourRole)

  await page.context().clearCookies()
  await signInAsStaff({ page, words, name: 'chenxiao' })
  await page.goto(`${await page.locator('#queue tbody a').first().getAttribute('href')}/transfer`)
  await page.locator('[name=office]').selectOption('420202007')
  await page.locator('[name=reason]').fill('只有自己知道的原因')
  await page.context().addCookies(elsewhere)
  await page.getByRole('button', { name: transfer.send }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(failure['other-office'])

  const staffId = expect.stringMatching(/^[0-9a-f-]{36}$/)
  const refused = { event: 'command-refused', staffId }
  await expect
    .poll(() => securityEvents(service))
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...refused, doing: 'add a time limit', why: 'not-your-role' }),
        expect.objectContaining({ ...refused, doing: 'transfer a case', why: 'other-office' }),
      ]),
    )
  expect(readFileSync(service.logFile, 'utf8')).not.toContain('只有自己知道')
})

/** The lines of the service's log that are marked as events of security. */
function securityEvents({ logFile }: Service): unknown[] {
  return readFileSync(logFile, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('{') && line.includes('"security":true'))
    .map(line => JSON.parse(line))
}
