import { expect, expectAccessible, inBothLanguages, test } from '../support/journey'

inBothLanguages(language => {
  test.describe('with scripts switched off', () => {
    test.use({ javaScriptEnabled: false })

    test('a visitor asks the guide in everyday words and comes to its section', async ({ page, words }) => {
      await page.goto('/')
      const asked = language === 'en' ? 'Do I need a marriage certificate?' : '没有结婚证能办吗'
      await page.getByLabel(words['guide-search'].field).fill(asked)
      await page.getByRole('button', { name: words['guide-search'].go }).click()
      await page.getByRole('link', { name: words.guide.notAsked.title }).click()
      await expect(page).toHaveURL(/\/guide#not-asked$/)
    })
  })

  test('a visitor whose words are not in the guide is shown whom to ask', async ({ page, words }) => {
    await page.goto('/guide/search?words=xylophone')
    await expect(page.getByText(words['guide-search'].nothing.title)).toBeVisible()
    await expect(page.locator('main').getByRole('link', { name: '12345' })).toBeVisible()
    await expectAccessible(page)
  })

  for (const [sent, why] of [
    ['x'.repeat(10_000), 'too-long'],
    ['%E2%80%AE', 'forbidden-character'],
    ['%3F%21', 'no-words'],
    ['a&words=b', 'not-text'],
  ] as const) {
    test(`a search that cannot be read is answered by a sentence: ${why}`, async ({ page, words }) => {
      const answer = await page.goto(`/guide/search?words=${sent}`)
      expect(answer?.status()).toBe(200)
      await expect(page.getByText(words['guide-search'].wrong[why])).toBeVisible()
    })
  }
})
