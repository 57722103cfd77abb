import { expect, test } from '../support/journey'
import { choose, press, tabTo, type } from '../support/keyboard'
import { codeSentTo } from '../support/sign-in'

const phone = '13612380001'

test('A resident without a mouse applies from the first page to the receipt', async ({ page, words }) => {
  test.slow()
  const { apply } = words
  const field = (name: string) => page.locator(`[name=${name}]`)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: words.shell.skip })).toBeFocused()
  await press({ page, target: page.getByRole('link', { name: words.home.start }).first() })
  await page.waitForURL('**/sign-in**')
  await type({ page, target: page.getByLabel(words['sign-in'].phone), text: phone })
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sign-in/code**')
  const code = await codeSentTo({ page, phone })
  await type({ page, target: page.getByLabel(words['sign-in'].code), text: code })
  await page.keyboard.press('Enter')
  await page.waitForURL('**/apply')

  await press({ page, target: button(apply.start.new) })
  await page.waitForURL('**/who-applies')
  await choose({ page, target: page.locator('[name=who][value=self]') })
  await press({ page, target: button(apply.save) })
  await page.waitForURL('**/applicant')
  await press({ page, target: button(apply.save) })
  // What is missing is read out first, and its link leads to the field.
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  await press({ page, target: page.getByRole('main').getByRole('alert').getByRole('link').first() })
  await expect(field('name')).toBeFocused()
  await page.keyboard.insertText('何小满')
  await type({ page, target: field('idNumber'), text: '420202199508160025' })
  await page.keyboard.press('Enter')
  await page.waitForURL('**/other-parent')
  await choose({ page, target: page.locator('[name=named][value=no]') })
  await press({ page, target: button(apply.save) })
  await page.waitForURL('**/address')
  await choose({ page, target: page.locator('[name=basis][value=residence]') })
  await tabTo({ page, target: field('office') })
  for (let office = 0; office < 60; office += 1) {
    if ((await field('office').inputValue()) === '420202006') break
    await page.keyboard.press('ArrowDown')
  }
  await expect(field('office')).toHaveValue('420202006')
  await type({ page, target: field('detail'), text: '天津路社区 12 号' })
  await press({ page, target: button(apply.save) })
  await page.waitForURL('**/stage')
  await choose({ page, target: page.locator('[name=stage][value=expecting]') })
  await press({ page, target: button(apply.save) })
  await page.waitForURL('**/commitment')
  await choose({ page, target: page.locator('[name=way][value=promise]') })
  await choose({ page, target: field('consent') })
  await press({ page, target: button(apply.save) })
  await page.waitForURL('**/check')
  await press({ page, target: page.getByRole('link', { name: apply.check.continue }) })
  await page.waitForURL('**/sign')
  await type({ page, target: field('typedName'), text: '何小满' })
  await press({ page, target: button(apply.sign.getCode) })
  await page.waitForURL('**/sign?sent=true')
  await type({ page, target: field('code'), text: await codeSentTo({ page, phone }) })
  await press({ page, target: button(apply.sign.submit) })
  await page.waitForURL('**/receipt')
  await expect(page.getByRole('main')).toContainText(/HS-\d{4}-\d{2}-\d{4,5}-\d/)
})
