import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, inBothLanguages, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

const phones = { 'zh-CN': '13612340071', en: '13612340072' }

inBothLanguages(language => {
  test('Who does not want to promise asks the office to check, and the office sees what it may not ask for', async ({
    page,
    words,
  }) => {
    const { reference } = await givenASubmittedApplication({
      page,
      words,
      phone: phones[language],
      name: '冯敏',
      idNumber: '420202199203150029',
      way: 'check',
    })
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText(words.applications.story.now['office-checks'])
    await expect(page.getByRole('main')).toContainText(words.applications.clock.officeThen)
    await page.context().clearCookies()
    await signInAsStaff({ page, words, name: 'chenxiao', back: `/staff/cases/${reference}` })
    await expect(page.getByText(words.staff.case.checkText)).toBeVisible()
    await expect(page.getByRole('button', { name: words.staff.action.register })).toBeVisible()
    await expectAccessible(page)
  })
})
