import { expect, expectAccessible, narrowScreen, test } from '../support/journey'
import { openOwnCertificate } from '../support/paper'

test.use({ viewport: narrowScreen })

test('A resident has the certificate printed at a shop, and the code works only once', async ({
  page,
  words,
  browser,
  service,
}) => {
  const { print } = words
  await openOwnCertificate({ page, words })
  await page.getByRole('link', { name: print.code.link }).click()
  await page.getByRole('button', { name: print.code.make, exact: true }).click()
  await expect(page.getByText(/^\d{4} \d{4}$/)).toBeVisible()
  await expect(page.getByRole('button', { name: print.code.makeAnother })).toHaveCSS('opacity', '1')
  await expectAccessible(page)
  const shown = (await page.getByRole('main').textContent()) ?? ''
  const [, digits = ''] = /(\d{4} \d{4})/.exec(shown) ?? []
  const [, word = ''] = new RegExp(`${print.code.word}([A-Z]{3})`).exec(shown) ?? []

  const shop = await browser.newContext({ baseURL: service.address })
  const form = { digits, word: word.toLowerCase() }
  const elsewhere = await shop.request.post('/print/certificate.pdf', { form, maxRedirects: 0 })
  expect(elsewhere.headers().location).toBe('/problem?because=not-our-page')
  const headers = { origin: new URL(service.address).origin }
  const first = await shop.request.post('/print/certificate.pdf', { form, headers })
  expect(first.headers()['content-type']).toBe('application/pdf')
  expect(first.headers()['cache-control']).toBe('no-store')

  const desk = await shop.newPage()
  await desk.goto('/print')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: print.open }).click()
  await expect(desk.getByLabel(print.digits)).toHaveAccessibleDescription(
    new RegExp(print.failure['digits-missing']),
  )
  await expect(desk.getByLabel(print.word)).toHaveAccessibleDescription(
    new RegExp(print.failure['word-missing']),
  )
  await desk.getByLabel(print.digits).fill(digits)
  await desk.getByLabel(print.word).fill(word)
  await desk.getByRole('button', { name: print.open }).click()
  await expect(desk.getByText(print.failure['no-such-code']).first()).toBeVisible()
  await shop.close()
})
