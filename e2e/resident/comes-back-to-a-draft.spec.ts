import type { Messages } from '../../app/_language/messages'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { codeSentTo, signInAsResident } from '../support/sign-in'

test('What was typed is kept through a switch of language, of text size, and the way back', async ({
  page,
  words,
}) => {
  await givenIAmAskedForTheApplicant({ page, words, phone: '13612360001' })
  await page.locator('[name=name]').fill('李婷')
  await page.locator('[name=idNumber]').fill('4202021993')
  await page.getByRole('button', { name: words.shell.otherLanguage }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await thenIFind(page, { name: '李婷', idNumber: '4202021993' })
  await page.locator('[name=idNumber]').fill('420202199305123523')
  await page.getByRole('button', { name: 'Large text' }).click()
  await expect(page.locator('html')).toHaveClass(/large/)
  await thenIFind(page, { name: '李婷', idNumber: '420202199305123523' })
  await expectAccessible(page)
  await page.locator('[name=name]').fill('李小婷')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.waitForURL('**/who-applies')
  await expect(page.locator('[name=who][value=self]')).toBeChecked()
  await page.goBack()
  await page.goto(page.url().replace('who-applies', 'applicant'))
  await thenIFind(page, { name: '李小婷', idNumber: '420202199305123523' })
})

test('A draft goes on upon another phone, at the first question without an answer', async ({
  page,
  words,
  browser,
}) => {
  const phone = '13612360002'
  await givenIAmAskedForTheApplicant({ page, words, phone })
  await page.locator('[name=name]').fill('李婷')
  await page.locator('[name=idNumber]').fill('420202199305123523')
  await page.getByRole('button', { name: words.apply.save, exact: true }).click()
  await page.waitForURL('**/other-parent')
  const otherPhone = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: 'zh-CN' })
  // A minute must pass between two codes to one phone; the resident has a session already, so its cookie will do.
  await otherPhone.addCookies(await page.context().cookies())
  const other = await otherPhone.newPage()
  await other.goto('/apply')
  await expect(other.getByRole('main')).toContainText('李*')
  await expectAccessible(other)
  await other.getByRole('link', { name: words.apply.start.drafts.continue }).click()
  await other.waitForURL('**/other-parent')
  await otherPhone.close()
})

test('Steps out of order lead to the first question without an answer', async ({ page, words }) => {
  await givenIAmAskedForTheApplicant({ page, words, phone: '13612360003' })
  const draft = page.url().replace('/applicant', '')
  for (const step of ['', '/commitment', '/check', '/sign', '/child', '/receipt', '/proxy']) {
    await page.goto(draft + step)
    await expect(page).toHaveURL(`${draft}/applicant`)
  }
  const missing = await page.goto(`${draft}/marital-status`)
  expect(missing?.status()).toBe(404)
})

test('Somebody else’s draft looks like one that does not exist', async ({ page, words, browser }) => {
  await givenIAmAskedForTheApplicant({ page, words, phone: '13612360004' })
  const { origin, pathname } = new URL(page.url())
  const draft = pathname.replace('/applicant', '')
  const elsewhere = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const stranger = await elsewhere.newPage()
  await stranger.goto(draft)
  await expect(stranger).toHaveURL(/\/sign-in\?back=/)
  await signInAsResident({ page: stranger, words, phone: '13612360005' })
  for (const address of [
    draft,
    `${draft}/applicant`,
    `${draft}/sign`,
    `${draft}/receipt`,
    '/apply/nonsense',
  ]) {
    const answer = await stranger.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(words.shell.notFound.title)
  }
  await elsewhere.close()
})

test('The form sent twice at once is one application, and both windows lead to it', async ({
  page,
  words,
  context,
}) => {
  const phone = '13612360006'
  await givenIAmAskedForTheApplicant({ page, words, phone })
  await givenEverythingElseIsAnswered({ page, words })
  const again = await context.newPage()
  await again.goto(page.url())
  await page.locator('[name=typedName]').fill('李婷')
  await page.getByRole('button', { name: words.apply.sign.getCode, exact: true }).click()
  await page.waitForURL('**/sign?sent=true')
  const code = await codeSentTo({ page, phone })
  for (const window of [page, again]) {
    await window.locator('[name=typedName]').fill('李婷')
    await window.locator('[name=code]').fill(code)
  }
  await Promise.all([page, again].map(window => whenISign(window, words)))
  const references = await Promise.all([page, again].map(referenceIn))
  expect(references[0]).toMatch(/^HS-/)
  expect(references[1]).toBe(references[0])
})

async function givenIAmAskedForTheApplicant({ page, words, phone }: Person): Promise<void> {
  await signInAsResident({ page, words, phone, back: '/apply' })
  await page.getByRole('button', { name: words.apply.start.new }).click()
  await page.locator('[name=who][value=self]').check()
  await page.getByRole('button', { name: words.apply.save, exact: true }).click()
  await page.waitForURL('**/applicant')
}

type Person = { page: Page; words: Messages; phone: string }

async function givenEverythingElseIsAnswered({ page, words }: Omit<Person, 'phone'>): Promise<void> {
  const save = page.getByRole('button', { name: words.apply.save, exact: true })
  await page.locator('[name=name]').fill('李婷')
  await page.locator('[name=idNumber]').fill('420202199305123523')
  await save.click()
  await page.locator('[name=named][value=no]').check()
  await save.click()
  await page.locator('[name=basis][value=household]').check()
  await page.locator('[name=office]').selectOption('420202006')
  await page.locator('[name=detail]').fill('天津路社区 12 号')
  await save.click()
  await page.locator('[name=stage][value=expecting]').check()
  await save.click()
  await page.locator('[name=way][value=promise]').check()
  await page.locator('[name=consent]').check()
  await save.click()
  await page.getByRole('link', { name: words.apply.check.continue }).click()
  await page.waitForURL('**/sign')
}

async function whenISign(window: Page, words: Messages): Promise<void> {
  await window.getByRole('button', { name: words.apply.sign.submit, exact: true }).click()
  await window.waitForURL(/\/receipt$|\/applications\/HS-/)
}

async function referenceIn(window: Page): Promise<string> {
  const text = `${window.url()} ${await window.getByRole('main').textContent()}`
  return /HS-\d{4}-\d{2}-\d{4,5}-\d/.exec(text)?.[0] ?? ''
}

async function thenIFind(page: Page, typed: Record<string, string>): Promise<void> {
  for (const [field, text] of Object.entries(typed)) {
    await expect(page.locator(`[name=${field}]`)).toHaveValue(text)
  }
}
