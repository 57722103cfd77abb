import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'
import { downloadPaper, openOwnCertificate } from '../support/paper'
import { pictureOf } from '../support/picture'

test.use({ viewport: narrowScreen })

inBothLanguages(() => {
  test('A clerk chooses a picture or the PDF of a certificate; it is read on the device and not sent', async ({
    page,
    words,
  }) => {
    const number = await openOwnCertificate({ page, words })
    const paper = await downloadPaper({ page, number })
    const files = [
      { name: 'photo.png', mimeType: 'image/png', buffer: pictureOf(paper) },
      { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: paper },
    ]
    const sent = whatIsSent(page)
    for (const file of files) {
      await page.goto('/verify')
      await page.getByLabel(words.verify.reader.file.label).setInputFiles(file)
      await page.waitForURL('**/v/**')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.valid)
    }
    expect(sent).toEqual([])
  })

  test('What is no certificate is told from one, and nothing else happens', async ({ page, words }) => {
    await page.goto('/verify')
    await expectAccessible(page)
    const { file } = words.verify.reader
    const field = page.getByLabel(file.label)
    await field.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await expect(page.getByText(file.notAPicture)).toBeVisible()
    await field.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('text') })
    await expect(page.getByText(file.notAPicture)).toBeVisible()
    await field.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await expect(page.getByText(file.noCode)).toBeVisible()
    await expectAccessible(page)
  })
})

test('Without scripts the verifier is told what to do instead, and no form is shown that could not work', async ({
  browser,
  service,
  words,
}) => {
  const plain = await browser.newContext({
    baseURL: service.address,
    locale: 'zh-CN',
    javaScriptEnabled: false,
    viewport: narrowScreen,
  })
  const desk = await plain.newPage()
  await desk.goto('/verify')
  await expect(desk.getByText(words.verify.reader.needsScripts)).toBeVisible()
  await desk.goto('/verify/offline')
  await expect(desk.getByText(words.verify.offline.needsScript)).toBeVisible()
  await expect(desk.locator('main form')).toHaveCount(0)
  await plain.close()
})

/** Everything that the page sends besides asking for pages and files. */
function whatIsSent(page: Page): string[] {
  const sent: string[] = []
  page.on('request', request => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
  })
  return sent
}
