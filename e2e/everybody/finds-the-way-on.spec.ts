import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'

inBothLanguages(() => {
  test('An address with a character that nobody can read is answered with a page that leads back', async ({
    page,
    words,
  }) => {
    const { unreadable } = words.shell
    const answer = await page.goto('/guide?q=%00')
    expect(answer?.status()).toBe(400)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(unreadable.title)
    await expectAccessible(page)
    await page.getByRole('link', { name: unreadable.without }).click()
    await page.waitForURL(url => url.pathname === '/guide' && url.search === '')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.guide.title)
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false, viewport: narrowScreen })
    test('A form from before an upgrade is told so, and that nothing saved is lost', async ({
      page,
      words,
    }) => {
      const { renewed } = words.problem
      await page.goto('/sign-in')
      await makeFormsOld(page)
      await page.getByRole('button', { name: words['sign-in'].send, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(renewed.title)
      await expect(page.getByRole('main')).toContainText(renewed.lead)
      await page.getByRole('link', { name: renewed.again }).click()
      await expect(page.getByLabel(words['sign-in'].phone)).toBeVisible()
    })
  })

  test('With scripts, too, and the button loads the page of the new version', async ({ page, words }) => {
    const { renewed } = words.problem
    await page.route('**/sign-in**', (route, request) => {
      const headers = request.headers()
      if (!headers['next-action']) return route.continue()
      return route.continue({ headers: { ...headers, 'next-action': 'f'.repeat(42) } })
    })
    await page.goto('/sign-in')
    await page.getByLabel(words['sign-in'].phone).fill('13714150101')
    await page.getByRole('button', { name: words['sign-in'].send, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(renewed.title)
    await expectAccessible(page)
    await page.getByRole('button', { name: renewed.again }).click()
    await expect(page.getByLabel(words['sign-in'].phone)).toBeVisible()
  })
})

/** As if the page had been loaded from a version whose actions had other names. */
async function makeFormsOld(page: Page): Promise<void> {
  const count = await page.evaluate(() => {
    const hidden = [...document.querySelectorAll<HTMLInputElement>('input[type=hidden][name^="$ACTION"]')]
    const named = hidden.filter(({ value }) => /"id":"[0-9a-f]+"/.test(value))
    for (const field of named)
      field.value = field.value.replace(
        /"id":"([0-9a-f]+)"/,
        (_, id: string) => `"id":"${'f'.repeat(id.length)}"`,
      )
    return named.length
  })
  expect(count).toBeGreaterThan(0)
}
