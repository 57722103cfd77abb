import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { codeSentTo } from '../support/sign-in'

const phone = '13612340001'

test('A resident who types everything wrong at first signs in all the same', async ({ page, words }) => {
  await page.setViewportSize(narrowScreen)
  await page.goto('/applications')
  await whenITypeThePhone(page, '0714-6220000')
  await thenIRead(page, words['sign-in'].failure.landline)
  await expect(page.getByLabel(words['sign-in'].phone)).toHaveValue('0714-6220000')
  await whenITypeThePhone(page, '<b>\u{1F600}</b>'.repeat(3))
  await thenIRead(page, words['sign-in'].failure['not-a-phone-number'])
  await expectAccessible(page)
  await whenITypeThePhone(page, '１３６ 1234-0001')
  await page.waitForURL('**/sign-in/code**')
  expect(page.url()).not.toContain('0001')
  const code = await codeSentTo({ page, phone })
  await whenITypeTheCode(page, '12ab')
  await thenIRead(page, words['sign-in'].failure['not-six-digits'])
  await whenITypeTheCode(page, code === '000000' ? '000001' : '000000')
  await thenIRead(page, words['sign-in'].failure['wrong-code'].replace('{triesLeft}', '4'))
  await expectAccessible(page)
  await whenITypeTheCode(page, inFullWidth(code))
  await page.waitForURL('**/applications')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.applications.title)
  await page.getByRole('button', { name: words['sign-in'].signOut }).click()
  await page.waitForURL(url => url.pathname === '/')
  await page.goto('/applications')
  await expect(page).toHaveURL(/\/sign-in\?back=%2Fapplications/)
})

test('A code that is five minutes old is refused, and another one opens the door', async ({
  page,
  words,
  clock,
}) => {
  const other = '13612340002'
  await page.goto('/sign-in')
  await whenITypeThePhone(page, other)
  await page.waitForURL('**/sign-in/code**')
  const old = await codeSentTo({ page, phone: other })
  await page.getByRole('button', { name: words['sign-in'].noCode.again }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await clock.travelTo(new Date((await clock.now()).getTime() + 5 * 60_000 + 1_000))
  await whenITypeTheCode(page, old)
  await thenIRead(page, words['sign-in'].failure.expired)
  await page.getByRole('button', { name: words['sign-in'].noCode.again }).click()
  await page.waitForURL('**sent=again**')
  await whenITypeTheCode(page, await codeSentTo({ page, phone: other }))
  await page.waitForURL('**/applications')
})

test('A code tried too often is dead', async ({ page, words }) => {
  const third = '13612340003'
  await page.goto('/sign-in')
  await whenITypeThePhone(page, third)
  await page.waitForURL('**/sign-in/code**')
  const code = await codeSentTo({ page, phone: third })
  const wrong = code === '000000' ? '000001' : '000000'
  for (const left of ['4', '3', '2', '1']) {
    await whenITypeTheCode(page, wrong)
    await thenIRead(page, words['sign-in'].failure['wrong-code'].replace('{triesLeft}', left))
  }
  await whenITypeTheCode(page, wrong)
  await thenIRead(page, words['sign-in'].failure['used-up'])
  await whenITypeTheCode(page, code)
  await thenIRead(page, words['sign-in'].failure['used-up'])
})

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false })

  test('a resident signs in and comes back to the page that they wanted', async ({ page, words }) => {
    const fourth = '13612340004'
    await page.goto('/account')
    await whenITypeThePhone(page, '')
    await thenIRead(page, words['sign-in'].failure.empty)
    await whenITypeThePhone(page, fourth)
    await whenITypeTheCode(page, await codeSentTo({ page, phone: fourth }))
    await expect(page).toHaveURL(/\/account$/)
    await expect(page.getByRole('main')).toContainText('136****0004')
  })
})

async function whenITypeThePhone(page: Page, typed: string) {
  await page.locator('[name=phone]').fill(typed)
  await page.getByRole('main').getByRole('button').first().click()
}

async function whenITypeTheCode(page: Page, typed: string) {
  await page.locator('[name=code]').fill(typed)
  await page.getByRole('main').getByRole('button').first().click()
}

async function thenIRead(page: Page, sentence: string) {
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: sentence })).toBeVisible()
}

function inFullWidth(digits: string): string {
  return digits.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}
