import { expect, test } from '../support/journey'
import { downloadPaper, openOwnCertificate, scan } from '../support/paper'

test('A resident replaces a lost certificate; the old paper says so and leads to the new one', async ({
  page,
  words,
}) => {
  const number = await openOwnCertificate({ page, words })
  const paper = await downloadPaper({ page, number })
  const path = scan(paper)
  await page.getByRole('link', { name: words.certificate.reissue.link }).click()
  await page.waitForURL('**/reissue')
  await page.getByRole('button', { name: words.print.reissue.do, exact: true }).click()
  await page.waitForURL(url => /\/certificates\/\d{20}$/.test(url.pathname) && !url.pathname.endsWith(number))

  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.superseded)
  await page.getByRole('link', { name: words.verify.newer }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.valid)

  const again = await downloadPaper({ page, number })
  expect(again.equals(paper)).toBe(true)
})
