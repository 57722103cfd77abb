import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, inBothLanguages, narrowScreen, test } from '../support/journey'
import { signInAsResident, signInAsStaff } from '../support/sign-in'

const people = {
  'zh-CN': { phone: '13612340091', name: '孙丽', idNumber: '420202199403150023' },
  en: { phone: '13612340092', name: '周婷', idNumber: '420202199105120045' },
}

inBothLanguages(language => {
  test('An applicant says after the decision that it went badly, once, and is promised an answer', async ({
    page,
    words,
    clock,
  }) => {
    const { rating } = words
    const person = people[language]
    const { reference } = await givenASubmittedApplication({ page, words, ...person })
    await page.goto(`/applications/${reference}/rating`)
    await expect(page.getByText(rating.notYet)).toBeVisible()

    await page.context().clearCookies()
    await signInAsStaff({ page, words, name: 'chenxiao' })
    await page.goto(`/staff/cases/${reference}`)
    await page.getByRole('button', { name: words.staff.action.register }).click()
    await page.waitForURL('**done=registered')

    await page.context().clearCookies()
    // A phone is sent one code a minute.
    await clock.travelTo(new Date((await clock.now()).getTime() + 61_000))
    await signInAsResident({ page, words, phone: person.phone })
    await page.setViewportSize(narrowScreen)
    await page.goto(`/applications/${reference}`)
    await page.getByRole('link', { name: rating.title }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: rating.send }).click()
    await expect(page.getByRole('alert').filter({ hasText: rating.failure['step-missing'] })).toBeVisible()
    await page.getByLabel(rating.steps['1'], { exact: true }).check()
    await page.getByRole('button', { name: rating.send }).click()
    await expect(page.getByText(rating.steps['1'], { exact: true })).toBeVisible()
    await expect(page.locator('[name=step]')).toHaveCount(0)
    await expectAccessible(page)

    await test.step('whoever handled it cannot answer, and is led back to the case', async () => {
      await page.context().clearCookies()
      await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}/rating` })
      await expect(page.getByText(rating.staff.failure['needs-supervisor'])).toBeVisible()
      await expect(page.getByText(rating.staff.given, { exact: true })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: rating.staff.openCase }).click()
      await page.waitForURL(`**/staff/cases/${reference}`)
    })
    await test.step('a supervisor answers and reads that it was sent', async () => {
      await page.context().clearCookies()
      await signInAsStaff({ page, words, name: 'zhouwei', back: `/staff/cases/${reference}/rating` })
      await page.locator('[name=answer]').fill('已向窗口指出，会改。')
      await page.getByRole('button', { name: rating.staff.send }).click()
      await page.waitForURL('**done=answered')
      await expect(page.getByText(rating.staff.done)).toBeVisible()
      await expectAccessible(page)
    })
  })
})
