import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import type { Messages } from '../../app/_language/messages'
import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

inBothLanguages(() => {
  test('An auditor sees who did what, narrows it to one case, and takes a signed copy along once the county allows it', async ({
    page,
    words,
    browser,
  }) => {
    await givenIAmTheAuditor({ page, words })
    await thenISeeWhatHappenedNewestFirst({ page, words })
    await whenIAskForOneCase({ page })
    await thenISeeThatCaseAlone({ page })
    await whenIAskForAnExport({ page, words })
    await whenTheCountyAllowsIt({ page, words, browser })
    await thenITakeItOnce({ page, words })
    await page.goto('/staff/audit')
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

const reason = '季度检查，给法制科看，看完销毁'

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

async function whenIAskForAnExport({ page, words }: Room): Promise<void> {
  await page.getByRole('link', { name: words.audit.export }).click()
  await expectAccessible(page)
  await page.locator('[name=format][value=csv]').check()
  await page.locator('[name=reason]').fill('a')
  await page.getByRole('button', { name: words.oversight.export.request }).click()
  await expect(page.locator('#reason-error')).toContainText('10')
  await page.locator('[name=reason]').fill(reason)
  await page.getByRole('button', { name: words.oversight.export.request }).click()
  await expect(page.getByText(words.oversight.export.done.requested)).toBeVisible()
  const waiting = page.getByRole('main').locator('section', { hasText: words.oversight.export.state.waits })
  const before = await waiting.count()
  await page.goBack()
  await page.locator('[name=format][value=csv]').check()
  await page.locator('[name=reason]').fill(reason)
  await page.getByRole('button', { name: words.oversight.export.request }).click()
  await expect(page.getByText(words.oversight.export.done['requested-before'])).toBeVisible()
  await expect(waiting).toHaveCount(before)
  await expect(page.getByRole('button', { name: words.oversight.export.take })).toHaveCount(0)
}

async function whenTheCountyAllowsIt({ page, words, browser }: Room & { browser: Browser }): Promise<void> {
  const locale = await page.evaluate(() => navigator.language)
  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin, locale })
  const county = await elsewhere.newPage()
  await signInAsStaff({ page: county, words, name: 'county', back: '/staff/supervision' })
  await county.goto('/staff/audit/exports')
  await expectAccessible(county)
  await expect(county.getByRole('heading', { name: '郑岚' }).first()).toBeVisible()
  await county.locator('[name=outcome][value=allowed]').check()
  await county.locator('[name=note]').fill('同意')
  await county.getByRole('button', { name: words.oversight.export.answer }).click()
  await expect(county.getByText(words.oversight.export.done.answered)).toBeVisible()
  await elsewhere.close()
}

async function thenITakeItOnce({ page, words }: Room): Promise<void> {
  await page.reload()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: words.oversight.export.take }).first().click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toMatch(/#sha256,[0-9a-f]{64}\r\n#signature,[\w-]+,[\w-]+\r\n$/)
  await page.goto('/staff/audit/exports')
  await expect(page.getByRole('button', { name: words.oversight.export.take })).toHaveCount(0)
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
