import { expect, expectAccessible, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

test('A reason is said better: the guide prints the new version, and the old one stays on record', async ({
  page,
  words,
}) => {
  const { reason } = words.admin
  await signInAsStaff({ page, words, name: 'admin', back: '/staff/admin/reasons' })
  await page.getByRole('link', { name: reason.edit }).first().click()
  await expectAccessible(page)
  const nextStep = page.locator('[name=nextStep]')
  const before = await nextStep.inputValue()

  await nextStep.fill('')
  await page.getByRole('button', { name: reason.publish }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(reason.failure['text-missing'])
  await nextStep.fill(`${before}也可以带上证件到办理机构当面说明。`)
  await page.getByRole('button', { name: reason.publish }).click()
  await page.waitForURL('**done=published')
  await expect(page.getByText(reason.versionNumber.replace('{version}', '2'))).toBeVisible()
  await expect(page.getByText(reason.retired, { exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.goto('/guide')
  await expect(page.getByRole('main')).toContainText('也可以带上证件到办理机构当面说明。')
})

test('What is typed before the scripts arrive is still there after them', async ({ page, words }) => {
  await signInAsStaff({ page, words, name: 'admin', back: '/staff/admin/reasons/already-registered' })
  let arrive = () => {}
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  await page.route('**/*.js', async route => {
    await arrived
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const nextStep = page.locator('[name=nextStep]')
  await nextStep.fill('在旧手机上打的字。')
  arrive()
  await page.waitForFunction(() => {
    const area = document.querySelector('[name=nextStep]')
    return area !== null && Object.keys(area).some(key => key.startsWith('__reactProps'))
  })
  await expect(nextStep).toHaveValue('在旧手机上打的字。')
})
