import { expect, expectAccessible, inBothLanguages, narrowScreen, test } from '../support/journey'
import { askAboutSignature, downloadPaper, openOwnCertificate, scan } from '../support/paper'

inBothLanguages(language => {
  test('A hospital scans a printed certificate and knows in one glance that it is valid', async ({
    page,
    words,
    browser,
    service,
  }) => {
    const number = await openOwnCertificate({ page, words })
    const paper = await downloadPaper({ page, number })
    expect(askAboutSignature(paper)).toContain('Signature is Valid')
    expect(askAboutSignature(paper)).toContain('Total document signed')
    const path = scan(paper)

    const phone = await browser.newContext({
      baseURL: service.address,
      locale: language,
      javaScriptEnabled: false,
      viewport: narrowScreen,
    })
    const hospital = await phone.newPage()
    const answer = await hospital.goto(path)
    const text = (await answer?.text()) ?? ''
    expect(Buffer.byteLength(text)).toBeLessThan(20_000)
    expect(text).not.toContain('<script')
    await expect(hospital.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.valid)
    await expect(hospital.locator('main')).toContainText(number.replace(/(.{4})(?=.)/g, '$1 '))

    await hospital.getByLabel(words.verify.person.name).fill('王芳')
    await hospital.getByLabel(words.verify.person.lastSix).fill('123456')
    await hospital.getByRole('button', { name: words.verify.person.check }).click()
    await expect(hospital.getByRole('status')).toHaveText(words.verify.person.differs)
    await phone.close()
  })

  test('Whatever was scanned, the answer is one of six words and never an error', async ({ page, words }) => {
    for (const token of [
      'x',
      'not a token',
      '%00',
      '0oRJogEnBEg',
      '<script>',
      'a'.repeat(2_000),
      '../../etc',
    ]) {
      const answer = await page.goto(`/v/${encodeURIComponent(token)}`)
      expect(answer?.status(), token).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.unreadable)
    }
    await expectAccessible(page)
  })

  test('A clerk without a camera types number and check code', async ({ page, words }) => {
    const number = await openOwnCertificate({ page, words })
    const { says } = words.certificate
    const code = page.locator('dt', { hasText: says.checkCode }).locator('xpath=following-sibling::dd[1]')
    const checkCode = ((await code.textContent()) ?? '').trim()
    await page.goto('/verify')
    await expectAccessible(page)
    const { form } = words.verify
    await page.getByLabel(form.number).fill(number)
    await page.getByRole('button', { name: form.verify, exact: true }).first().click()
    await expect(page.getByRole('link', { name: form.missing.checkCode })).toBeVisible()
    await page.getByLabel(form.checkCode).fill(checkCode.toLowerCase())
    await page.getByRole('button', { name: form.verify, exact: true }).first().click()
    await page.waitForURL('**/v/**')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.valid)
    await expectAccessible(page)
  })
})
