import type { Clock } from '../support/clock'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { downloadPaper, openOwnCertificate, scan } from '../support/paper'
import { pictureOf } from '../support/picture'

test('A desk without a network verifies all the same, and says how old its list is', async ({
  page,
  words,
  clock,
}) => {
  await givenTheDeviceHasTheRightTime(page, clock)
  const number = await openOwnCertificate({ page, words })
  const paper = await downloadPaper({ page, number })
  const path = scan(paper)
  const { offline } = words.verify
  await givenThePageWasOpenedOnce(page)
  await expectAccessible(page)
  await page.getByLabel(offline.link).fill(path)
  await page.getByRole('button', { name: offline.check, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 }).last()).toHaveText(words.verify.words.valid)

  await page.context().setOffline(true)
  await page.goto(path)
  await expect(page.getByRole('heading', { name: words.verify.words.valid, exact: true })).toBeVisible()
  await expect(page.getByText(offline.listAsOf.split('{')[0] ?? '').first()).toBeVisible()

  await page.goto('/verify')
  const file = { name: 'photo.png', mimeType: 'image/png', buffer: pictureOf(paper) }
  await page.getByLabel(words.verify.reader.file.label).setInputFiles(file)
  await expect(page.getByRole('heading', { name: words.verify.words.valid, exact: true })).toBeVisible()
  await page.context().setOffline(false)
})

test('A desk whose list is too old says that it cannot tell, and never that a paper is valid', async ({
  page,
  words,
  clock,
}) => {
  await givenTheDeviceHasTheRightTime(page, clock)
  const number = await openOwnCertificate({ page, words })
  const path = scan(await downloadPaper({ page, number }))
  await givenThePageWasOpenedOnce(page)
  await page.context().setOffline(true)
  await page.clock.setFixedTime(new Date((await clock.now()).getTime() + 25 * 3_600_000))
  await page.goto(path)
  await expect(
    page.getByRole('heading', { name: words.verify.words['cannot-tell'], exact: true }),
  ).toBeVisible()
  await expect(page.getByText(words.verify.words.valid, { exact: true })).toHaveCount(0)
  await expect(page.getByText(words.verify.offline.trouble['list-too-old'].split('{')[0] ?? '')).toBeVisible()
  await page.context().setOffline(false)
})

/** The stories set out on a Wednesday in November; a list is compared with the device's own clock. */
async function givenTheDeviceHasTheRightTime(page: Page, clock: Clock): Promise<void> {
  await page.clock.setFixedTime(await clock.now())
}

/** The page, the keys and the list are kept once the service worker is ready and has the page. */
async function givenThePageWasOpenedOnce(page: Page): Promise<void> {
  const keepsPdfReader = page.waitForResponse(response => response.url().includes('pdf.worker'))
  await page.goto('/verify/offline')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await keepsPdfReader
}
