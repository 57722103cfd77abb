import { readFile } from 'node:fs/promises'
import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'

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
  await whenIEraseEverything({ page, words })
  await thenNothingOfMineIsLeft({ page })
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

async function whenIEraseEverything({ page, words }: Room): Promise<void> {
  await page.goto('/account/data/erase')
  await expectAccessible(page)
  await page.locator('[name=alsoAccount]').check()
  await page.locator('[name=yes]').check()
  await page.getByRole('button', { name: words['data-rights'].erase.submit }).click()
  await page.waitForURL(url => url.pathname === '/')
}

async function thenNothingOfMineIsLeft({ page }: { page: Page }): Promise<void> {
  await page.goto('/account/data')
  await expect(page).toHaveURL(/\/sign-in/)
}
