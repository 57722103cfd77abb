import type { Messages } from '../../app/_language/messages'
import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

const explanation = '同一次生育已经登记过，编号 HS-2611-02-0001-7，不能再登记一次。'

inBothLanguages(() => {
  test('A rejection needs a published reason, words and evidence; a supervisor returns it, then confirms, then sets it right', async ({
    page,
    words,
    reference,
  }) => {
    const { staff } = words
    await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}/rejection` })
    await expectAccessible(page)
    await page.getByRole('button', { name: staff.rejection.preview }).click()
    await expect(
      page.getByRole('alert').filter({ hasText: staff.failure['reason-not-published'] }),
    ).toBeVisible()
    await whenIProposeARejection({ page, words, evidence: '查询结果' })
    await page.waitForURL('**done=rejection-proposed')
    await expectAccessible(page)

    await whenSomebodyElseSignsIn({
      page,
      words,
      name: 'zhouwei',
      back: `/staff/cases/${reference}/proposal`,
    })
    await expect(page.getByText(explanation)).toBeVisible()
    await page.setViewportSize(narrowScreen)
    await expectAccessible(page)
    await page.getByRole('button', { name: staff.proposal.return }).click()
    await expect(page.getByRole('alert').filter({ hasText: staff.failure['note-missing'] })).toBeVisible()
    await page.locator('[name=note]').fill('请写明查询的系统和时间。')
    await page.getByRole('button', { name: staff.proposal.return }).click()
    await page.waitForURL('**done=proposal-returned')

    await whenSomebodyElseSignsIn({
      page,
      words,
      name: 'chenxiao',
      back: `/staff/cases/${reference}/rejection`,
    })
    await expect(page.getByText('请写明查询的系统和时间。')).toBeVisible()
    await expect(page.locator('[name=explanation]')).toHaveValue(explanation)
    await whenIProposeARejection({ page, words, evidence: '11月24日 10:00 登记系统查询结果' })
    await page.waitForURL('**done=rejection-proposed')

    await whenSomebodyElseSignsIn({ page, words, name: 'zhouwei', back: `/staff/cases/${reference}` })
    await page.getByRole('link', { name: staff.action['answer-proposal'] }).click()
    await page.getByRole('button', { name: staff.proposal.confirm }).click()
    await page.waitForURL('**done=rejection-confirmed')
    await expect(page.getByText('六十日内')).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('link', { name: staff.action['set-right'] }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: staff.setRight.send }).click()
    await expect(page.getByRole('alert').filter({ hasText: staff.setRight.groundMissing })).toBeVisible()
    await page.getByLabel(staff.setRight.grounds['office-corrected']).check()
    await page.locator('[name=note]').fill('查到的是另一个人。')
    await page.getByRole('button', { name: staff.setRight.send }).click()
    await page.waitForURL('**done=set-right')
    await expect(page.getByText(staff.decision.registered['office-corrected'])).toBeVisible()
  })
})

type Person = { page: Page; words: Messages }

async function whenIProposeARejection({ page, words, evidence }: Person & { evidence: string }) {
  const [tooShort = ''] = words.staff.failure['explanation-too-short'].split('{count}')
  await page.locator('[name=reason]').first().check()
  await page.locator('[name=explanation]').fill('不行')
  await page.locator('[name=evidence]').fill(evidence)
  await page.getByRole('button', { name: words.staff.rejection.preview }).click()
  const alert = page.getByRole('alert').filter({ hasText: tooShort })
  // The answer to this attempt, not the one before, which missed the evidence too.
  await expect(alert).not.toContainText(words.staff.failure['evidence-missing'])
  await expect(alert).toBeVisible()
  await expect(page.locator('[name=evidence]')).toHaveValue(evidence)
  await page.locator('[name=explanation]').fill(explanation)
  await page.getByRole('button', { name: words.staff.rejection.preview }).click()
  await expect(page.getByRole('heading', { name: words.staff.rejection.previewTitle })).toBeVisible()
  await expect(page.getByText('六十日内')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: words.staff.rejection.send }).click()
}

async function whenSomebodyElseSignsIn({ page, words, name, back }: Person & { name: string; back: string }) {
  await page.getByRole('button', { name: words['sign-in'].signOut }).click()
  await page.waitForURL('**/staff/sign-in')
  await signInAsStaff({ page, words, name, back })
}
