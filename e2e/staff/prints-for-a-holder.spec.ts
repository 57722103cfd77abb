import { expect, expectAccessible, inBothLanguages, test } from '../support/journey'
import { openOwnCertificate } from '../support/paper'
import { signInAsStaff } from '../support/sign-in'

inBothLanguages(() => {
  test('An officer does not print for somebody who is not the holder, and what was typed stays', async ({
    page,
    words,
    browser,
    service,
    language,
  }) => {
    const number = await openOwnCertificate({ page, words })
    const counter = await browser.newContext({ baseURL: service.address, locale: language })
    const desk = await counter.newPage()
    const print = words['assisted-print']
    await signInAsStaff({ page: desk, words, name: 'lina' })
    await desk.getByRole('link', { name: words.staff.header.print, exact: true }).click()
    await expectAccessible(desk)
    await desk.getByLabel(print.number).fill(number)
    await desk.getByLabel(print.lastSix).fill('123456')
    await desk.getByText(print.reasons['no-phone']).click()
    await desk.getByRole('button', { name: print.go }).click()
    await expect(desk.getByRole('link', { name: print.failure['name-missing'] })).toBeVisible()
    await desk.getByLabel(print.name, { exact: true }).fill('王芳')
    await desk.getByRole('button', { name: print.go }).click()
    await expect(desk.getByRole('link', { name: print.failure['no-match'] })).toBeVisible()
    await expect(desk.getByLabel(print.number)).toHaveValue(number)
    await expectAccessible(desk)
    await counter.close()
  })
})
