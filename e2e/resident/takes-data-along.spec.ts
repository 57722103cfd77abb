import { readFile } from 'node:fs/promises'
import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { askAbout } from '../support/paper'
import { signInAsResident } from '../support/sign-in'
import { wordsOf } from '../support/words'

test('A resident takes a copy of everything along, takes back the consent, and has it all erased', async ({
  page,
  words,
}) => {
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612340095',
    name: '周桂',
    idNumber: '420202199403150103',
  })
  await page.setViewportSize(narrowScreen)
  await whenITakeACopy({ page, words })
  await thenTheFilesTellEverything({ page, words, reference })
  await whenITakeBackMyConsentWithoutSayingYes({ page, words })
  await thenIAmAskedToSayYes({ page, words })
  await whenISayYes({ page, words })
  await thenTheCaseSaysThatItIsTakenBack({ page, words, reference })
  await whenIEraseEverything({ page, words })
  await thenNothingOfMineIsLeft({ page })
})

test('An account that waits for an answer stays: the page says why before and after, and that the rest is erased', async ({
  page,
  words,
}) => {
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612340096',
    name: '周桐',
    idNumber: '420202199403150103',
  })
  const { done, erase, other } = words['data-rights']
  await page.goto('/account/data/erase')
  const toWithdraw = page.getByRole('main').locator(`a[href="/applications/${reference}/withdraw"]`)
  await expect(toWithdraw).toBeVisible()
  await expect(page.getByText(erase.accountStays.title)).toBeVisible()
  await expect(page.locator('[name=alsoAccount]')).toHaveCount(0)

  await toWithdraw.click()
  await page.getByRole('button', { name: words.applications.withdraw.go }).click()
  await page.waitForURL(url => url.pathname === `/applications/${reference}`)
  await page.goto('/account/data/erase')
  await page.locator('[name=alsoAccount]').check()
  await page.locator('[name=yes]').check()
  // Meanwhile, on another page: a request, sent twice by mistake.
  const elsewhere = await page.context().newPage()
  for (const said of [done.other, done['other-before']]) {
    await elsewhere.goto('/account/data/other')
    await elsewhere.locator('[name=text]').fill('请解释')
    await elsewhere.getByRole('button', { name: other.submit }).click()
    await expect(elsewhere.getByText(said)).toBeVisible()
  }
  await expect(elsewhere.locator('#requests li')).toHaveCount(1)
  await elsewhere.close()

  await page.getByRole('button', { name: erase.submit }).click()
  await page.waitForURL('**/account/data?done=erased-not-account')
  const [why = ''] = erase.accountStays['request-unanswered'].split('。')
  const told = page.getByRole('status').filter({ hasText: done['erased-not-account'] })
  await expect(told).toContainText(why)
  await page.setViewportSize(narrowScreen)
  await expectAccessible(page)
})

test('Drafts are shown where one erases, with the way to delete them', async ({ page, words }) => {
  await signInAsResident({ page, words, phone: '13612340097', back: '/apply' })
  await page.getByRole('button', { name: words.apply.start.new }).click()
  await page.locator('[name=who][value=self]').check()
  await page.getByRole('button', { name: words.apply.save, exact: true }).click()
  await page.goto('/account/data/erase')
  await expect(page.getByText(words['data-rights'].erase.drafts.title)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: words['data-rights'].erase.drafts.go }).click()
  await expect(page).toHaveURL(/\/apply$/)
})

type Room = { page: Page; words: Messages }

async function whenITakeACopy({ page, words }: Room): Promise<void> {
  await page.goto('/account/data')
  await expectAccessible(page)
  await page.getByRole('button', { name: words['data-rights'].copy.go }).click()
  await expect(page.getByText(words['data-rights'].copy.ready)).toBeVisible()
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  return readFile(await (await download).path())
}

async function thenTheFilesTellEverything({
  page,
  words,
  reference,
}: Room & { reference: string }): Promise<void> {
  const json = JSON.parse((await downloaded(page, words['data-rights'].copy.json)).toString('utf8'))
  expect(json.applications).toMatchObject([{ reference, people: [{ name: '周桂' }], status: 'accepted' }])
  const pdf = await downloaded(page, words['data-rights'].copy.pdf)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(askAbout({ paper: pdf, program: 'pdftotext' })).toContain(wordsOf('zh-CN')['data-copy'].title)
  await thenThePdfSpeaksAsItsPage({ page })
}

/** The page in English, though messages go out in Chinese: the paper is the page's. */
async function thenThePdfSpeaksAsItsPage({ page }: { page: Page }): Promise<void> {
  const { pathname, search } = new URL(page.url())
  const readIn = (to: string) =>
    page.goto(`/language?${new URLSearchParams({ to, back: `${pathname}${search}` })}`)
  await readIn('en')
  const download = page.waitForEvent('download')
  await page.locator('a[href$=".pdf"]').click()
  const paper = await readFile(await (await download).path())
  expect(askAbout({ paper, program: 'pdftotext' })).toContain(wordsOf('en')['data-copy'].title)
  await readIn('zh-CN')
}

async function whenITakeBackMyConsentWithoutSayingYes({ page, words }: Room): Promise<void> {
  await page.goto('/account/data/consent')
  await expectAccessible(page)
  await page.getByRole('button', { name: words['data-rights'].consent.submit }).click()
}

async function thenIAmAskedToSayYes({ page, words }: Room): Promise<void> {
  const sentence = words['data-rights'].consent.failure['say-yes-to-withdraw']
  await expect(page.getByText(sentence).first()).toBeVisible()
}

async function whenISayYes({ page, words }: Room): Promise<void> {
  await page.locator('[name=alsoWithdraw]').check()
  await page.getByRole('button', { name: words['data-rights'].consent.submit }).click()
  await expect(page.getByText(words['data-rights'].done['consent-withdrawn'])).toBeVisible()
}

async function thenTheCaseSaysThatItIsTakenBack({
  page,
  words,
  reference,
}: Room & { reference: string }): Promise<void> {
  const { consented, consentTakenBack } = words.applications.declared
  const [said = ''] = consentTakenBack.split('<when>')
  await page.goto(`/applications/${reference}`)
  await expect(page.getByRole('main')).toContainText(said)
  await expect(page.getByText(consented)).toHaveCount(0)
}

async function whenIEraseEverything({ page, words }: Room): Promise<void> {
  await page.goto('/account/data/erase')
  await expectAccessible(page)
  await page.locator('[name=alsoAccount]').check()
  await page.locator('[name=yes]').check()
  await page.getByRole('button', { name: words['data-rights'].erase.submit }).click()
  await page.waitForURL('**/?done=account-erased')
  await expect(page.getByRole('status')).toHaveText(words.home.accountErased)
}

async function thenNothingOfMineIsLeft({ page }: { page: Page }): Promise<void> {
  await page.goto('/account/data')
  await expect(page).toHaveURL(/\/sign-in/)
}
