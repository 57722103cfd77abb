import type { Messages } from '../../app/_language/messages'
import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'
import { codeSentTo, signInAsResident } from '../support/sign-in'

type Person = { page: Page; words: Messages; phone: string; accessible: (page: Page) => Promise<void> }

/** Phones of this story only; every resident of a worker's service is somebody new. */
let phones = 13612350000
const aPhone = () => String(phones++)

inBothLanguages(() => {
  test.describe('on an old phone', () => {
    test.use({ viewport: narrowScreen })

    test('A mother applies in one sitting, and every page can be read by everybody', async ({
      page,
      words,
    }) => {
      test.slow() // A dozen pages, each looked over by axe.
      await applyFromFirstQuestionToReceipt({ page, words, phone: aPhone(), accessible: expectAccessible })
    })

    test.describe('with scripts switched off', () => {
      test.use({ javaScriptEnabled: false })
      test('A mother applies all the same', async ({ page, words }) => {
        await applyFromFirstQuestionToReceipt({ page, words, phone: aPhone(), accessible: async () => {} })
      })
    })
  })
})

test('A village worker applies for somebody whose child is born, and names the father', async ({
  page,
  words,
}) => {
  const { apply } = words
  const fathersPhone = aPhone()
  await signInAsResident({ page, words, phone: aPhone(), back: '/apply' })
  await page.getByRole('button', { name: apply.start.new }).click()
  await page.locator('[name=who][value=village-agent]').check()
  await whenISave(page, words, 'proxy')
  await page.getByLabel(apply.proxy.name, { exact: true }).fill('周建国')
  await page.locator('[name=mandate][value=written]').check()
  await expectAccessible(page)
  await whenISave(page, words, 'applicant')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(apply.applicant.proxy)
  await page.locator('[name=name]').fill('阿依．古丽')
  await page.getByText(apply.person.noIdCard).click()
  await page.locator('[name=otherKind]').selectOption('passport')
  await page.locator('[name=otherNumber]').fill('e-1234 5678')
  await whenISave(page, words, 'other-parent')
  await page.locator('[name=named][value=yes]').check()
  await whenISave(page, words, 'other-parent-details')
  await expectAccessible(page)
  await page.locator('[name=name]').fill('刘䶮')
  await page.locator('[name=idNumber]').fill('４２０２０２１９８５０１０１００２ｘ')
  await page.locator('[name=phone]').fill(fathersPhone)
  await whenISave(page, words, 'address')
  await whenIGiveTheAddress(page)
  await whenISave(page, words, 'stage')
  await page.locator('[name=stage][value=born]').check()
  await whenISave(page, words, 'child')
  await expectAccessible(page)
  for (const [part, typed] of Object.entries({ year: '2026', month: '1', day: '5' })) {
    await page.locator(`[name=birthDate-${part}]`).fill(typed)
  }
  await page.locator('[name=certificateNumber]').fill('u420123456')
  await whenISave(page, words, 'commitment')
  await page.locator('[name=way][value=promise]').check()
  await page.locator('[name=consent]').check()
  await whenISave(page, words, 'check')
  const main = page.getByRole('main')
  for (const answer of ['周建国', '阿依·古丽', 'E******78', '刘䶮', '4202**********002X', 'U420123456']) {
    await expect(main).toContainText(answer)
  }
  await expectAccessible(page)
})

async function applyFromFirstQuestionToReceipt({ page, words, phone, accessible }: Person): Promise<void> {
  const { apply } = words
  await signInAsResident({ page, words, phone, back: '/apply' })
  await accessible(page)
  await page.getByRole('button', { name: apply.start.new }).click()
  await thenIAmAsked(page, 'who-applies')
  await accessible(page)
  await page.locator('[name=who][value=self]').check()
  await whenISave(page, words, 'applicant')
  await accessible(page)
  await page.locator('[name=name]').fill('李婷')
  await page.locator('[name=idNumber]').fill('420202199305123523')
  await page.locator('[name=idNumber]').press('Enter')
  await thenIAmAsked(page, 'other-parent')
  await accessible(page)
  await page.locator('[name=named][value=no]').check()
  await whenISave(page, words, 'address')
  await accessible(page)
  await whenIGiveTheAddress(page)
  await whenISave(page, words, 'stage')
  await accessible(page)
  await page.locator('[name=stage][value=expecting]').check()
  await whenISave(page, words, 'commitment')
  await accessible(page)
  await page.locator('[name=way][value=promise]').check()
  await page.locator('[name=consent]').check()
  await whenISave(page, words, 'check')
  await expect(page.getByRole('main')).toContainText('4202**********3523')
  await accessible(page)
  await page.getByRole('link', { name: apply.check.continue }).click()
  await thenIAmAsked(page, 'sign')
  await page.getByLabel(apply.sign.typedName).fill('李婷')
  await page.getByRole('button', { name: apply.sign.getCode, exact: true }).click()
  await page.waitForURL('**/sign?sent=true')
  await expect(page.getByLabel(apply.sign.typedName)).toHaveValue('李婷')
  await accessible(page)
  await page.getByLabel(apply.sign.code).fill(await codeSentTo({ page, phone }))
  await page.getByRole('button', { name: apply.sign.submit, exact: true }).click()
  await page.waitForURL('**/receipt')
  await thenIHoldTheReceipt(page, words)
  await accessible(page)
}

async function whenIGiveTheAddress(page: Page): Promise<void> {
  await page.locator('[name=basis][value=residence]').check()
  await page.locator('[name=office]').selectOption('420202006')
  await page.locator('[name=detail]').fill('天津路社区 12 号')
}

async function whenISave(page: Page, words: Messages, next: string): Promise<void> {
  await page.getByRole('button', { name: words.apply.save, exact: true }).click()
  await thenIAmAsked(page, next)
}

async function thenIAmAsked(page: Page, step: string): Promise<void> {
  await page.waitForURL(url => url.pathname.endsWith(`/${step}`))
}

async function thenIHoldTheReceipt(page: Page, words: Messages): Promise<void> {
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.apply.receipt.title)
  await expect(main).toContainText(/HS-\d{4}-\d{2}-\d{4,5}-\d/)
  await expect(main).toContainText('17:30')
  await expect(main).toContainText(words.apply.receipt.lapse)
  await page.goto(page.url().replace('/receipt', '/applicant'))
  await expect(page).toHaveURL(/\/applications\/HS-/)
}
