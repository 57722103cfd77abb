import { expect, expectAccessible, inBothLanguages, narrowScreen, test } from '../support/journey'

test.use({ viewport: narrowScreen })

inBothLanguages(() => {
  test('A resident finds the office of a township by its first letters', async ({ page, words }) => {
    await page.goto('/')
    await page.getByRole('link', { name: words.home.quick.offices }).click()
    await page.getByLabel(words.offices.field).fill('hdq')
    await page.getByRole('button', { name: words.offices.go }).click()
    await expect(page.getByRole('main')).toContainText('0714-')
    await expect(page.getByRole('main')).toContainText('还地桥镇')
    await expectAccessible(page)
  })

  test('A place that is not here leads to a person to ask', async ({ page, words }) => {
    await page.goto('/offices?q=北京')
    await expect(page.getByRole('main').getByRole('link', { name: '12345' })).toBeVisible()
    await expect(page.getByRole('heading', { name: words.offices.all })).toBeVisible()
    await expectAccessible(page)
  })
})
