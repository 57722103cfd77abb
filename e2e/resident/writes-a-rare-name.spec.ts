import type { Messages } from '../../app/_language/messages'
import { answerAfterTheApplicant, signAndSend } from '../support/apply'
import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'
import { askAbout, downloadPaper } from '../support/paper'
import { signInAsResident } from '../support/sign-in'

type Person = { page: Page; words: Messages }

const tenDays = 10 * 86_400_000

test.describe('with scripts switched off, on an old phone', () => {
  test.use({ javaScriptEnabled: false, viewport: narrowScreen })

  test('A mother finds the characters of her name that her phone cannot type, and they are printed', async ({
    page,
    words,
    clock,
  }) => {
    test.slow() // From the first question to the printed paper.
    const phone = '13612391001'
    await givenIAmAskedForMyName({ page, words, phone })
    await page.locator('[name=name]').fill('李')
    await page.locator('[name=idNumber]').fill('420202199305123523')
    await whenILookFor({ page, words, sought: '20BB7' })
    await whenITake(page, '𠮷')
    await expect(page.locator('[name=name]')).toHaveValue('李𠮷')
    await whenILookFor({ page, words, sought: 'yan', strokes: '9' })
    await expect(page.getByRole('heading', { name: words.characters.uncommon })).toBeVisible()
    await whenITake(page, '䶮')
    await expect(page.locator('[name=name]')).toHaveValue('李𠮷䶮')
    await expect(page.locator('[name=idNumber]')).toHaveValue('420202199305123523')
    await thenISeeHowItPrints(page, '李𠮷䶮')
    expect(page.url()).not.toContain('20BB7')

    await page.getByRole('button', { name: words.apply.save, exact: true }).click()
    await answerAfterTheApplicant({ page, words })
    await thenISeeHowItPrints(page, '李𠮷䶮')
    await page.getByRole('link', { name: words.apply.check.continue }).click()
    const { reference } = await signAndSend({ page, words, phone, name: '李𠮷䶮' })
    await clock.travelTo(new Date((await clock.now()).getTime() + tenDays))
    await signInAsResident({ page, words, phone, back: `/applications/${reference}` })
    await page.locator('main a[href^="/certificates/"]').first().click()
    await page.waitForURL(/\/certificates\/\d{20}$/)
    await expect(page.getByRole('main')).toContainText('李𠮷䶮')
    const number = new URL(page.url()).pathname.slice('/certificates/'.length)
    const paper = askAbout({ paper: await downloadPaper({ page, number }), program: 'pdftotext' })
    expect(paper.replace(/\s/g, '')).toContain('李𠮷䶮')
  })
})

test('A pasted name shows how it prints without a press of anything, also after it was changed again', async ({
  page,
  words,
}) => {
  await givenIAmAskedForMyName({ page, words, phone: '13612391005' })
  await page.locator('[name=name]').fill('李䶮')
  await thenISeeHowItPrints(page, '李䶮')
  await page.locator('[name=name]').fill('李𠮷䶮')
  await thenISeeHowItPrints(page, '李𠮷䶮')
  await page.locator('[name=name]').fill('李娜')
  await expect(page.getByText(words.characters.printed)).toBeHidden()
})

test.describe('with scripts switched off, on a desk', () => {
  test.use({ javaScriptEnabled: false })

  test('Enter beside the reading looks for it, and does not send the page', async ({ page, words }) => {
    await givenIAmAskedForMyName({ page, words, phone: '13612391002' })
    await openTheSearch({ page, words })
    await page.locator('[name=name-sought]').fill('kun')
    await page.locator('[name=name-sought]').press('Enter')
    await expect(takeButton(page, '堃')).toBeVisible()
    expect(new URL(page.url()).pathname).toMatch(/\/applicant$/)
  })
})

inBothLanguages(language => {
  test('Whoever looks for a character reads what was found, what was not, and what cannot be printed yet', async ({
    page,
    words,
  }) => {
    test.slow() // Every state is looked over by axe.
    const { characters } = words
    await page.setViewportSize(narrowScreen)
    await givenIAmAskedForMyName({ page, words, phone: language === 'en' ? '13612391003' : '13612391004' })
    await openTheSearch({ page, words })
    await expectAccessible(page)
    // Each answer differs from the one before, so that it is seen to have come.
    for (const [sought, problem] of [
      ['', 'nothing-typed'],
      ['欧阳', 'not-understood'],
      ['U+E000', 'no-ideograph'],
      ['a'.repeat(20), 'not-understood'],
      ['1F476', 'no-ideograph'],
    ] as const) {
      await page.locator('[name=name-sought]').fill(sought)
      await page.getByRole('button', { name: characters.find, exact: true }).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText(characters.failure[problem])
      await expect(page.locator('[name=name-sought]')).toHaveValue(sought)
    }
    await expectAccessible(page)
    await whenILookFor({ page, words, sought: 'xyz' })
    await expect(page.getByRole('status').filter({ hasText: characters.none })).toBeFocused()
    await whenILookFor({ page, words, sought: 'yi' })
    await expect(page.locator('[name=takeCharacter]')).toHaveCount(24)
    await page.locator('[name=moreCharacters]').click()
    await expect(page.locator('[name=takeCharacter]')).toHaveCount(48)
    await expectAccessible(page)
    await page.locator('[name=name]').fill('李')
    await whenILookFor({ page, words, sought: 'yi', strokes: '16' })
    await expect(page.locator('[name=takeCharacter]')).not.toHaveCount(48)
    await whenITake(page, '燚')
    await expect(page.locator('[name=name]')).toHaveValue('李燚')
    await expect(page.locator('[name=name]')).toBeFocused()
    await thenISeeHowItPrints(page, '李燚')
    await expectAccessible(page)
    await openTheSearch({ page, words })
    await whenILookFor({ page, words, sought: 'U+30001' })
    await expect(takeButton(page, '\u{30001}')).toContainText(characters.doesNotPrint)
    await takeButton(page, '\u{30001}').click()
    const warning = characters.notPrintable.replace('{characters}', '\u{30001}')
    await expect(page.getByText(warning)).toBeVisible()
    await expectAccessible(page)
    await page.locator('[name=idNumber]').fill('420202199305123523')
    await page.getByRole('button', { name: words.apply.save, exact: true }).click()
    await page.waitForURL('**/other-parent')
  })
})

async function givenIAmAskedForMyName({ page, words, phone }: Person & { phone: string }): Promise<void> {
  await signInAsResident({ page, words, phone, back: '/apply' })
  await page.getByRole('button', { name: words.apply.start.new }).click()
  await page.locator('[name=who][value=self]').check()
  await page.getByRole('button', { name: words.apply.save, exact: true }).click()
  await page.waitForURL('**/applicant')
}

/** The search is a disclosure; it stays open once something was looked for. */
async function openTheSearch({ page, words }: Person): Promise<void> {
  if (await page.locator('[name=name-sought]').isVisible()) return
  await page.getByText(words.characters.summary).click()
}

type Search = Person & { sought: string; strokes?: string }

async function whenILookFor({ page, words, sought, strokes = '' }: Search): Promise<void> {
  await openTheSearch({ page, words })
  await page.locator('[name=name-sought]').fill(sought)
  await page.locator('[name=name-strokes]').fill(strokes)
  await page.getByRole('button', { name: words.characters.find, exact: true }).click()
}

function takeButton(page: Page, character: string) {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return page.locator(`[name=takeCharacter][value="name ${hex}"]`)
}

async function whenITake(page: Page, character: string): Promise<void> {
  await expect(takeButton(page, character)).toHaveAccessibleName(new RegExp(character, 'u'))
  await takeButton(page, character).click()
}

async function thenISeeHowItPrints(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('main').getByRole('img', { name, exact: true })).toBeVisible()
}
