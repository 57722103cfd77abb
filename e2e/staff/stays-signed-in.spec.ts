import { expect, expectAccessible, inBothLanguages, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

const minutes = (count: number) => count * 60_000

inBothLanguages(() => {
  test('An officer who pauses is warned before they are signed out, and goes on with one key', async ({
    page,
    words,
  }) => {
    const { session } = words.staff
    await page.clock.install()
    await signInAsStaff({ page, words, name: 'lina' })
    const dialog = page.getByRole('alertdialog', { name: session.title })
    await page.clock.fastForward(minutes(23))
    await expect(dialog).toBeHidden()
    await page.clock.fastForward(minutes(3))
    await expect(dialog).toContainText(session.idle)
    await expect(dialog.getByRole('button', { name: session.stay })).toBeFocused()
    await expectAccessible(page)
    const asked = page.waitForResponse('**/staff/session')
    await page.keyboard.press('Enter')
    expect((await (await asked).json()).seconds).toBeGreaterThan(1_700)
    await expect(dialog).toBeHidden()
    await page.clock.fastForward(minutes(23))
    await expect(dialog).toBeHidden()
    await page.clock.fastForward(minutes(8))
    const ended = page.getByRole('alertdialog', { name: session.ended })
    await expect(ended).toContainText(session.endedLead)
    await expect(ended.getByRole('link', { name: session.signIn })).toHaveAttribute(
      'href',
      /^\/staff\/sign-in\?back=/,
    )
  })
})

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false })
  test('The page says until when one stays signed in', async ({ page, words }) => {
    await signInAsStaff({ page, words, name: 'lina' })
    // Chromium as it is driven here keeps what is for browsers without scripts as text.
    const lines = await page.locator('noscript').allTextContents()
    expect(lines.join()).toContain(words.staff.session.without.split('{end}')[0])
  })
})
