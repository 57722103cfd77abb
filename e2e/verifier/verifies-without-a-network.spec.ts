import { expect, expectAccessible, test } from '../support/journey'
import { downloadPaper, openOwnCertificate, scan } from '../support/paper'

test('A desk without a network verifies all the same, and says how old its list is', async ({
  page,
  words,
}) => {
  const number = await openOwnCertificate({ page, words })
  const path = scan(await downloadPaper({ page, number }))
  const { offline } = words.verify
  await page.goto('/verify/offline')
  await expectAccessible(page)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.getByLabel(offline.link).fill(path)
  await page.getByRole('button', { name: offline.check, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 }).last()).toHaveText(words.verify.words.valid)

  await page.context().setOffline(true)
  await page.goto(path)
  await expect(page.getByRole('heading', { name: words.verify.words.valid, exact: true })).toBeVisible()
  await expect(page.getByText(offline.listAsOf.split('{')[0] ?? '').first()).toBeVisible()
  await page.context().setOffline(false)
})
