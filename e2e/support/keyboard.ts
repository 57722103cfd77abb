import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page of a resident has. */
const mostStops = 80

/** Goes with Tab alone to what is meant, past nothing that cannot be seen to have the focus (WCAG 2.4.7). */
export async function tabTo({ page, target }: { page: Page; target: Locator }): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    expect(await focusIsSeen(page), 'something has the focus, and shows it').toBe(true)
  }
  throw new Error(`${target} is not reached with Tab`)
}

/** Goes there and presses Enter, as on a link or a button. */
export async function press({ page, target }: { page: Page; target: Locator }): Promise<void> {
  await tabTo({ page, target })
  await page.keyboard.press('Enter')
}

/** Goes to a field and types. */
export async function type({ page, target, text }: { page: Page; target: Locator; text: string }) {
  await tabTo({ page, target })
  await page.keyboard.insertText(text)
}

/** Ticks a box, or chooses in a group of radio buttons with the arrow keys, as browsers do. */
export async function choose({ page, target }: { page: Page; target: Locator }): Promise<void> {
  const name = await target.getAttribute('name')
  const stop = page.locator(`input[name="${name}"]`)
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab')
    if (await stop.evaluateAll(all => all.some(one => one === document.activeElement))) break
  }
  const count = await stop.count()
  for (let arrows = 0; arrows <= count; arrows += 1) {
    if (await target.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  if (!(await target.isChecked())) await page.keyboard.press('Space')
  await expect(target).toBeChecked()
}

/** The outline of what has the focus, or of the choice that it stands in. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement
    // Past the last element the focus goes to the browser's own bar, and shows there.
    if (!focused || focused === document.body) return true
    const shown = [focused, focused.closest('label')].filter(one => one !== null)
    return shown.some(one => {
      const { outlineStyle, boxShadow } = getComputedStyle(one)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    })
  })
}
