import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, inBothLanguages, narrowScreen, test } from '../support/journey'

const people = {
  'zh-CN': { phone: '13612390001', name: '何小满', idNumber: '420202199508160025' },
  en: { phone: '13612390002', name: '何小满', idNumber: '420202199508160025' },
}

inBothLanguages(language => {
  test('A mother lets her own mother follow the case, sees that she looked, and ends it', async ({
    page,
    words,
    browser,
    baseURL,
  }) => {
    const { share } = words
    const { reference } = await givenASubmittedApplication({ page, words, ...people[language] })
    await page.setViewportSize(narrowScreen)
    await page.goto(`/applications/${reference}`)
    await page.getByRole('link', { name: share.title, exact: true }).click()
    await expect(page.getByText(share.none)).toBeVisible()
    await page.getByRole('button', { name: share.make }).click()
    const link = page.getByRole('main').locator('a[href*="/shared/"]')
    await expect(link).toBeVisible()
    await expect(page.getByText(share.made)).toBeVisible()
    await expect(page.getByRole('heading', { name: share.number.replace('{number}', '1') })).toBeVisible()
    await expectAccessible(page)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: share.copy }).click()
    await expect(page.getByText(share.copied, { exact: true })).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await link.getAttribute('href'))
    const address = new URL((await link.getAttribute('href')) ?? '')

    const hers = await browser.newContext({
      baseURL: baseURL ?? '',
      locale: language,
      javaScriptEnabled: false,
      viewport: narrowScreen,
    })
    const grandmother = await hers.newPage()
    await grandmother.goto(address.pathname)
    const shown = grandmother.getByRole('main')
    await expect(shown).toContainText(words.applications.status.accepted)
    await expect(shown).toContainText(share.shared.next.accepted)
    await expect(shown).toContainText(reference.slice(-6))
    await expect(grandmother.locator('body')).not.toContainText(people[language].name)
    await expect(grandmother.locator('body')).not.toContainText(reference)

    await page.reload()
    await page.getByRole('button', { name: share.endOf.replace('{number}', '1') }).click()
    await page.waitForURL('**ended=yes')
    await expect(page.getByText(share.none)).toBeVisible()
    await expectAccessible(page)
    await grandmother.reload()
    await expect(shown).toContainText(share.shared.gone.title)
    await hers.close()
  })
})
