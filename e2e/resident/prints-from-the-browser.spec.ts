import { expect, expectAccessible, inBothLanguages, test } from '../support/journey'
import { askAbout, downloadPaper, openOwnCertificate, scan } from '../support/paper'

inBothLanguages(() => {
  test('A resident whose computer opens no PDF prints the same paper from the page', async ({
    page,
    words,
  }) => {
    const number = await openOwnCertificate({ page, words })
    const file = await downloadPaper({ page, number })
    await page.getByRole('link', { name: words.paper.link }).click()
    await page.waitForURL(`**/certificates/${number}/paper`)
    await expectAccessible(page)
    const printed = await page.pdf({ preferCSSPageSize: true })
    const about = askAbout({ paper: printed, program: 'pdfinfo' })
    expect(about).toMatch(/Pages: +1\n/)
    expect(about).toContain('(A4)')
    expect(charactersOn(printed)).toEqual(charactersOn(file))
    expect(scan(printed)).toBe(scan(file))
  })
})

/** Every character of a paper, in whatever order and lines a program reads them. */
function charactersOn(paper: Buffer): string {
  const text = askAbout({ paper, program: 'pdftotext' })
  return [...text.replace(/\s/g, '')].sort().join('')
}
