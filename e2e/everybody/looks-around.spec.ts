import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'

const publicPages = [
  '/',
  '/guide',
  '/privacy',
  '/accessibility',
  '/sign-in',
  '/staff/sign-in',
  '/demo/outbox',
]

inBothLanguages(language => {
  for (const path of [...publicPages, '/no-such-page']) {
    test(`${path} can be read by everybody, on a desk and on an old phone`, async ({ page }) => {
      await page.goto(path)
      await thenThePageSpeaks(page, language)
      await expectAccessible(page)
      await page.setViewportSize(narrowScreen)
      await expectAccessible(page)
    })
  }

  test.describe('with scripts switched off', () => {
    test.use({ javaScriptEnabled: false })
    test('a visitor reads the guide and comes to the form', async ({ page, words }) => {
      await page.goto('/')
      await page.getByRole('link', { name: words.home.links.guide }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.guide.title)
      await expect(page.getByRole('heading', { name: words.guide.noLonger.title })).toBeVisible()
      const drawings = page.locator('ol svg use')
      await expect(drawings).toHaveCount(5)
      const file = await page.request.get((await drawings.first().getAttribute('href')) ?? '')
      expect(await file.text()).toContain('<symbol')
      await page.goto('/')
      await page.getByRole('link', { name: words.home.start }).click()
      await expect(page).toHaveURL(/\/(sign-in|apply)/)
    })
  })
})

test('A visitor changes the language and the size of the text, and stays on the page', async ({ page }) => {
  await page.goto('/guide')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/guide$/)
  await thenThePageSpeaks(page, 'en')
  await page.getByRole('link', { name: 'Large text' }).click()
  await expect(page.locator('html')).toHaveClass(/large/)
  await expectAccessible(page)
})

async function thenThePageSpeaks(page: Page, language: string) {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
