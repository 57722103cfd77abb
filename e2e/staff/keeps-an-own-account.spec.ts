import { expect, expectAccessible, inBothLanguages, narrowScreen, test } from '../support/journey'
import { addAuditor, choosePassword, passwordOfNewcomers, typePassword } from '../support/newcomer'
import { codeOfStaff, signInAsStaff } from '../support/sign-in'

inBothLanguages(language => {
  test('A member of staff sees how they sign in, makes new recovery codes and ends other sessions', async ({
    page,
    words,
    browser,
    baseURL,
    clock,
  }) => {
    const own = words['staff-account']
    const { stepUp, failure, codes } = words['second-factor']
    const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', locale: language })
    const leftOpen = await elsewhere.newPage()
    await signInAsStaff({ page: leftOpen, words, name: 'auditor' })
    await signInAsStaff({ page, words, name: 'auditor' })
    await page.locator('a[href="/staff/account"]').click()
    await page.setViewportSize(narrowScreen)
    await expectAccessible(page)
    await page.getByRole('button', { name: own.sessions.endOthers, exact: true }).click()
    await page.waitForURL('**done=ended')
    await leftOpen.goto('/staff/audit')
    await expect(leftOpen).toHaveURL(/\/staff\/sign-in/)

    await clock.travelTo(new Date((await clock.now()).getTime() + 15 * 60_000))
    await page.goto('/staff/account/recovery-codes')
    await expectAccessible(page)
    const make = page.getByRole('button', { name: own.codes.go, exact: true })
    await make.click()
    await expect(page.getByRole('alert').filter({ hasText: stepUp.needed })).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel(stepUp.code.label).fill('12')
    await make.click()
    await expect(page.getByRole('alert').filter({ hasText: failure['not-six-digits'] })).toBeVisible()
    await page.getByLabel(stepUp.code.label).fill(await codeOfStaff({ page, name: 'auditor' }))
    await make.click()
    const shown = page.getByRole('status').filter({ hasText: codes.title })
    await expect(shown.getByRole('listitem')).toHaveCount(10)
    await elsewhere.close()
  })
})

test('A member of staff changes password and phone, and the old ones open nothing any more', async ({
  page,
  words,
  browser,
  baseURL,
}) => {
  const own = words['staff-account']
  const second = words['second-factor']
  const account = 'gaojie-phone'
  const password = await addAuditor({ page, words, account, number: 'HS-904' })
  const desk = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' })
  const member = await desk.newPage()
  await typePassword({ page: member, words, account, password })
  await choosePassword({ page: member, words })
  await member.locator('[name=firstCode]').fill(await codeOfStaff({ page, name: account }))
  await member.getByRole('button', { name: second.setUp.confirm, exact: true }).click()
  await member.getByRole('link', { name: second.codes.kept, exact: true }).click()

  await member.goto('/staff/account/password')
  await expectAccessible(member)
  const change = member.getByRole('button', { name: own.password.go, exact: true })
  await change.click()
  await expect(
    member.getByRole('alert').filter({ hasText: own.passwordFailure['current-missing'] }),
  ).toBeVisible()
  const another = '仙岛湖的早晨很安静'
  await member.locator('[name=currentPassword]').fill(passwordOfNewcomers)
  await member.locator('[name=newPassword]').fill(another)
  await member.locator('[name=newPasswordAgain]').fill(another)
  await change.click()
  await member.waitForURL('**done=password')

  await member.goto('/staff/account/authenticator')
  await expectAccessible(member)
  const beingSetUp = `${account} ${words.outbox.authenticator.beingSetUp}`
  await member.locator('[name=firstCode]').fill(await codeOfStaff({ page, name: beingSetUp }))
  await member.getByRole('button', { name: second.setUp.confirm, exact: true }).click()
  await member.waitForURL('**done=app')
  await member.goto('/staff/account/remove')
  await expectAccessible(member)
  await member.getByText(own.remove.app, { exact: true }).click()
  await member.getByRole('button', { name: own.remove.go, exact: true }).click()
  await expect(member.getByRole('alert').filter({ hasText: own.remove.failure['last-factor'] })).toBeVisible()

  await member.getByRole('button', { name: words['sign-in'].signOut }).click()
  await member.waitForURL('**/staff/sign-in')
  await member.waitForLoadState('networkidle')
  await typePassword({ page: member, words, account, password: passwordOfNewcomers })
  await expect(member.getByRole('alert').filter({ hasText: words.staff.signIn.wrong })).toBeVisible()
  await typePassword({ page: member, words, account, password: another })
  await member.waitForURL('**/staff/sign-in/second-step**')
  await desk.close()
})
