import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { signInAsResident } from '../support/sign-in'

/** WCAG 2.2, 1.4.10: 1280 × 1024 at 400 % is as wide as 320 px, and as high as 256. */
const fourHundredPerCent = { width: 320, height: 256 }
const smallest = { width: 320, height: 568 }

const pages = ['/', '/guide', '/offices', '/verify', '/print', '/privacy', '/accessibility', '/sign-in']

for (const [size, viewport] of Object.entries({ '320 px': smallest, '400 %': fourHundredPerCent })) {
  test.describe(`at ${size}`, () => {
    test.use({ viewport })

    test('a resident applies and reads how it stands, scrolling in one direction only', async ({
      page,
      words,
    }) => {
      test.slow()
      const phone = size === '400 %' ? '13612371001' : '13612371002'
      const { reference } = await givenASubmittedApplication({
        page,
        words,
        phone,
        name: '何小满',
        idNumber: '420202199508160025',
      })
      await page.goto(`/applications/${reference}`)
      await expectAccessible(page)
      await page.goto('/account')
      await expectAccessible(page)
    })

    test('every public page is read scrolling in one direction only', async ({ page }) => {
      for (const path of pages) {
        await page.goto(path)
        await expectAccessible(page)
      }
    })
  })
}

test('in large text a resident applies, finds a telephone number on every page, and reads how it stands', async ({
  page,
  words,
}) => {
  test.slow()
  await page.goto('/large-text?to=on&back=%2F')
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612371003',
    name: '何小满',
    idNumber: '420202199508160025',
  })
  for (const path of [`/applications/${reference}`, '/applications', '/account', ...pages]) {
    await page.goto(path)
    await expect(page.locator('html'), path).toHaveClass(/large/)
    await expect(page.locator('a[href="tel:12345"]').first(), path).toBeVisible()
    await expectAccessible(page)
    expect(await smallButtonsOf(page), path).toEqual([])
  }
})

test('with the widest spacing of text nothing is cut off or runs out of its place', async ({ page }) => {
  await page.setViewportSize(smallest)
  for (const path of pages) {
    await page.goto(path)
    // WCAG 2.2, 1.4.12.
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    })
    await expectAccessible(page)
    expect(await cutOffTextsOf(page), path).toEqual([])
  }
})

test('with high contrast and without motion every word is still there', async ({ page, words }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await signInAsResident({ page, words, phone: '13612371004' })
  for (const path of ['/applications', '/account', ...pages]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    expect(await movingThingsOf(page), path).toEqual([])
  }
})

/** Buttons lower than the 60 px that the accessibility page promises for large text. */
function smallButtonsOf(page: Page): Promise<string[]> {
  return page
    .locator('main button:visible, main a.button:visible')
    .evaluateAll(buttons =>
      buttons
        .filter(button => button.getBoundingClientRect().height < 60)
        .map(button => button.textContent ?? ''),
    )
}

/** Texts that are higher or wider than the box that clips them. */
function cutOffTextsOf(page: Page): Promise<string[]> {
  return page.locator('main *:visible').evaluateAll(elements =>
    elements
      .filter(element => getComputedStyle(element).overflow === 'hidden' && !element.matches('.sr-only, svg'))
      .filter(
        ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
          scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
      )
      .map(({ textContent }) => textContent ?? ''),
  )
}

/** Whatever is animated for longer than a moment, although the person asked for stillness (WCAG 2.3.3). */
function movingThingsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 50)
      .map(({ id }) => id),
  )
}
