import { readFile } from 'node:fs/promises'
import type { Messages } from '../../app/_language/messages'
import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

inBothLanguages(() => {
  test('An auditor sees who did what, narrows it to one case, and takes a signed copy along', async ({
    page,
    words,
  }) => {
    await givenIAmTheAuditor({ page, words })
    await thenISeeWhatHappenedNewestFirst({ page, words })
    await whenIAskForOneCase({ page })
    await thenISeeThatCaseAlone({ page })
    await whenIExportIt({ page, words })
    await whenIAskForWhatIsNoReference({ page, words })
    await thenIAmToldWhatAReferenceLooksLike({ page, words })
  })
})

test.describe('on an old phone', () => {
  test.use({ viewport: narrowScreen })
  test('the log fits', async ({ page, words }) => {
    await givenIAmTheAuditor({ page, words })
    await expectAccessible(page)
  })
})

type Room = { page: Page; words: Messages }

async function givenIAmTheAuditor({ page, words }: Room): Promise<void> {
  await signInAsStaff({ page, words, name: 'auditor', back: '/staff/audit' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.audit.title)
}

async function thenISeeWhatHappenedNewestFirst({ page, words }: Room): Promise<void> {
  await expect(page.getByRole('table', { name: words.audit.caption })).toBeVisible()
  expect(await page.getByRole('row').count()).toBeGreaterThan(20)
  await expectAccessible(page)
}

function references(page: Page) {
  return page.getByRole('table').getByRole('link', { name: /^HS-\d{4}-/ })
}

async function whenIAskForOneCase({ page }: { page: Page }): Promise<void> {
  await references(page).first().click()
  await page.waitForURL('**/staff/audit?reference=HS-**')
}

async function thenISeeThatCaseAlone({ page }: { page: Page }): Promise<void> {
  const asked = new URL(page.url()).searchParams.get('reference') ?? ''
  const cases = await references(page).allTextContents()
  expect(new Set(cases)).toEqual(new Set([asked]))
  await expect(page.locator('[name=reference]')).toHaveValue(asked)
}

async function whenIExportIt({ page, words }: Room): Promise<void> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: words.audit.export }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toMatch(/#sha256,[0-9a-f]{64}\r\n#signature,[\w-]+,[\w-]+\r\n$/)
}

async function whenIAskForWhatIsNoReference({ page, words }: Room): Promise<void> {
  await page.locator('[name=reference]').fill('HS-1')
  await page.getByRole('button', { name: words.audit.search }).click()
}

async function thenIAmToldWhatAReferenceLooksLike({ page, words }: Room): Promise<void> {
  await expect(page.getByText(words.audit.wrong.reference)).toBeVisible()
  await expect(page.locator('[name=reference]')).toHaveValue('HS-1')
  await expectAccessible(page)
}
