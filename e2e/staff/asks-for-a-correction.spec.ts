import { expect, expectAccessible, inBothLanguages, narrowScreen } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

inBothLanguages(() => {
  test('An officer lists all that must be put right, reads the notice as the applicant will, and sends it', async ({
    page,
    words,
    reference,
  }) => {
    const { correction, field, failure, done, notNow, action } = words.staff
    await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}` })
    await page.getByRole('link', { name: action['request-correction'] }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: correction.preview }).click()
    await expect(page.getByRole('alert').filter({ hasText: failure['nothing-listed'] })).toBeVisible()

    await page.getByLabel(field.address, { exact: false }).first().check()
    await page.locator('[name=words-address]').fill('')
    await page.getByRole('button', { name: correction.preview }).click()
    await expect(page.getByRole('alert').filter({ hasText: failure['item-without-words'] })).toBeVisible()
    await expectAccessible(page)

    await page.locator('[name=words-address]').fill('请写门牌号：<b>3 栋 502</b>')
    await page.getByRole('button', { name: correction.preview }).click()
    await expect(page.getByRole('heading', { name: correction.previewTitle })).toBeVisible()
    await expect(page.getByText('请写门牌号：<b>3 栋 502</b>')).toBeVisible()
    await page.setViewportSize(narrowScreen)
    await expectAccessible(page)

    await page.getByRole('button', { name: correction.change }).click()
    await expect(page.locator('[name=words-address]')).toHaveValue('请写门牌号：<b>3 栋 502</b>')
    await page.locator('[name=words-address]').fill('请写门牌号。')
    await page.getByRole('button', { name: correction.preview }).click()
    await page.getByRole('button', { name: correction.send }).click()
    await page.waitForURL('**done=correction-requested')
    await expect(page.getByText(done['correction-requested'])).toBeVisible()
    await expect(page.getByText('请写门牌号。')).toBeVisible()
    await expectAccessible(page)

    await page.goto(`/staff/cases/${reference}/correction`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      notNow.title.replace('{action}', action['request-correction']),
    )
  })
})

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false })

  test('An officer previews and sends the notice all the same', async ({ page, words, reference }) => {
    const { correction } = words.staff
    await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}/correction` })
    await page.locator('[name=applicant-name]').check()
    await page.getByRole('button', { name: correction.preview }).click()
    await expect(page.getByText(correction.suggestion['applicant-name'])).toBeVisible()
    await page.getByRole('button', { name: correction.send }).click()
    await page.waitForURL('**done=correction-requested')
  })
})
