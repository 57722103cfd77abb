import { test } from '../staff/fresh-cases'
import { expect, expectAccessible } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

test('A supervisor gives a case to a colleague, who holds it from then on', async ({
  page,
  words,
  reference,
}) => {
  const { reassign } = words.supervision
  await signInAsStaff({ page, words, name: 'zhouwei', back: `/staff/supervision/reassign/${reference}` })
  await page.getByRole('button', { name: reassign.send, exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(reassign.failure['no-such-colleague'])
  await expectAccessible(page)
  await page.getByRole('radio', { name: '李娜' }).check()
  await page.getByRole('button', { name: reassign.send, exact: true }).click()
  await page.waitForURL(`**/staff/cases/${reference}`)
  await expect(page.getByRole('main')).toContainText(words.staff.case.heldBy.replace('{name}', '李娜'))
})
