import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'
import { signInAsResident } from '../support/sign-in'

inBothLanguages(language => {
  test('Whose phone loses the network reads that nothing is lost, and goes on once it is back', async ({
    page,
    words,
  }) => {
    const { offline } = words.problem
    await page.setViewportSize(narrowScreen)
    await signInAsResident({ page, words, phone: language === 'en' ? '13612580001' : '13612580002' })
    await whenIComeBack(page)
    await page.context().setOffline(true)
    await page.goto('/applications')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(offline.title)
    await expect(page.getByText(offline.submitted)).toBeVisible()
    // Laid out as ever: the style came along.
    await expect(page.getByRole('link', { name: offline.again })).toHaveCSS('border-radius', /[1-9]/)
    await expectAccessible(page)
    await page.context().setOffline(false)
    await page.getByRole('link', { name: offline.again }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.applications.title)
  })
})

test('What a phone keeps for the time without a network tells nothing of anybody', async ({
  page,
  words,
}) => {
  test.slow() // An application first.
  const person = { phone: '13612580003', name: '王芳', idNumber: '420202199305123523' }
  const { reference } = await givenASubmittedApplication({ page, words, ...person })
  await whenIComeBack(page)
  await page.goto(`/applications/${reference}`)
  const kept = await page.evaluate(async () => {
    const rooms = await Promise.all((await caches.keys()).map(name => caches.open(name)))
    const requests = (await Promise.all(rooms.map(room => room.keys()))).flat()
    return requests.map(({ url }) => new URL(url).pathname)
  })
  expect(kept.filter(path => !path.startsWith('/_next/static/'))).toEqual(['/offline'])
})

/** As by the link of a text message; a page that signing in leads to belongs to the address where it was begun. */
async function whenIComeBack(page: Page): Promise<void> {
  await page.goto('/applications')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}
