import { expect, expectAccessible, narrowScreen, test } from '../support/journey'
import { addAuditor, choosePassword, passwordOfNewcomers, typePassword } from '../support/newcomer'
import { plugInDevice } from '../support/passkey-device'

test('A newcomer sets up a passkey, signs in with it, and moves to another device', async ({
  page,
  words,
  browser,
  baseURL,
  clock,
}) => {
  const second = words['second-factor']
  const own = words['staff-account']
  const account = 'gaojie-passkey'
  const password = await addAuditor({ page, words, account, number: 'HS-903' })
  const desk = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })
  const newcomer = await desk.newPage()
  const unplug = await plugInDevice(newcomer)

  await typePassword({ page: newcomer, words, account, password })
  await choosePassword({ page: newcomer, words })
  await newcomer.getByRole('button', { name: second.setUp.add, exact: true }).click()
  await expect(newcomer.getByRole('alert').filter({ hasText: second.failure['name-missing'] })).toBeVisible()
  await newcomer.locator('[name=deviceName]').fill('窗口的电脑')
  await newcomer.getByRole('button', { name: second.setUp.add, exact: true }).click()
  const codes = newcomer.getByRole('status').filter({ hasText: second.codes.title })
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  const recoveryCode = (await codes.getByRole('listitem').first().textContent()) ?? ''
  await newcomer.getByRole('link', { name: second.codes.kept, exact: true }).click()
  await newcomer.waitForURL('**/staff/audit')

  const signOut = async () => {
    await newcomer.getByRole('button', { name: words['sign-in'].signOut }).click()
    await newcomer.waitForURL('**/staff/sign-in')
    await newcomer.waitForLoadState('networkidle')
  }
  await signOut()
  await typePassword({ page: newcomer, words, account, password: passwordOfNewcomers })
  await newcomer.getByRole('button', { name: second.signIn.passkey, exact: true }).click()
  await newcomer.waitForURL('**/staff/audit')

  // The computer is gone; a recovery code opens the way to another.
  await signOut()
  await unplug()
  await typePassword({ page: newcomer, words, account, password: passwordOfNewcomers })
  await newcomer.getByRole('link', { name: second.signIn.recovery }).click()
  await newcomer.locator('[name=recoveryCode]').fill(recoveryCode)
  await newcomer.getByRole('button', { name: second.signIn.go, exact: true }).click()
  await newcomer.waitForURL('**/staff/audit')
  await plugInDevice(newcomer)
  await newcomer.goto('/staff/account/passkey')
  await newcomer.setViewportSize(narrowScreen)
  await expectAccessible(newcomer)
  await newcomer.locator('[name=deviceName]').fill('新的电脑')
  await newcomer.getByRole('button', { name: own.passkey.go, exact: true }).click()
  await newcomer.waitForURL('**done=passkey')
  await expectAccessible(newcomer)

  // A quarter of an hour later the old one goes: the new device confirms who asks, without another press.
  await clock.travelTo(new Date((await clock.now()).getTime() + 15 * 60_000))
  await newcomer.goto('/staff/account/remove')
  await newcomer.getByText('窗口的电脑').click()
  await newcomer.getByRole('button', { name: own.remove.go, exact: true }).click()
  await newcomer.waitForURL('**done=removed')
  await expect(newcomer.getByText('窗口的电脑')).toHaveCount(0)
  await expect(newcomer.getByText('新的电脑')).toBeVisible()
  await desk.close()
})
