import type { Browser } from '@playwright/test'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { signInAsResident } from '../support/sign-in'

const granddaughter = { name: '陈雨桐', idNumber: '420202199305123523' }
const idEnding = '123523'

/** Another person's phone, with a browser of its own. */
async function anotherPhone({ browser, page }: { browser: Browser; page: Page }): Promise<Page> {
  const baseURL = new URL(page.url()).origin
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', viewport: narrowScreen })
  return context.newPage()
}

test('A grandmother applies for her granddaughter, who confirms on her own phone and sees everything', async ({
  page,
  words,
  browser,
}) => {
  const { mandate, applications } = words
  const principalPhone = '13612360011'
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612360010',
    ...granddaughter,
    proxy: { name: '陈桂香', principalPhone },
  })
  await page.goto(`/applications/${reference}`)
  await expect(page.getByRole('main')).toContainText(mandate.state.waiting)

  const hers = await anotherPhone({ browser, page })
  await signInAsResident({ page: hers, words, phone: principalPhone })
  await expectAccessible(hers)
  await hers.getByRole('link', { name: mandate.look }).click()
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText(mandate.title)
  await expect(hers.getByRole('main')).not.toContainText(granddaughter.name)
  await expectAccessible(hers)
  await hers.locator('[name=answer][value=confirm]').check()
  await hers.locator('[name=idEnding]').fill('000000')
  await hers.getByRole('button', { name: mandate.answer.send }).click()
  await expect(hers.locator('[name=idEnding]')).toHaveAttribute('aria-invalid', 'true')
  await expect(hers.locator('[name=answer][value=confirm]')).toBeChecked()
  await hers.locator('[name=idEnding]').fill(idEnding)
  await hers.getByRole('button', { name: mandate.answer.send }).click()
  await hers.waitForURL(`**/applications/${reference}`)
  await expect(hers.getByRole('main')).toContainText(mandate.state.confirmedText)
  await expect(hers.getByRole('main')).toContainText(applications.story.doneByYou['mandate-confirmed'])
  const { who, doneBy } = applications.story
  await expect(hers.getByRole('main')).toContainText(doneBy.submit.replace('{who}', who.proxy))
  await expect(hers.getByRole('main')).toContainText(applications.clock.officeThen)
  await expect(hers.getByRole('main')).toContainText(granddaughter.name)
  await expectAccessible(hers)
  await hers.goto('/applications')
  await expect(hers.getByRole('main')).toContainText(reference)
  await hers.context().close()

  await page.reload()
  await expect(page.getByRole('main')).toContainText(mandate.state.confirmedForProxy)
  const confirmed = doneBy['mandate-confirmed'].replace('{who}', who.principal)
  await expect(page.getByRole('main')).toContainText(confirmed)
  await expect(page.getByRole('main')).toContainText(applications.story.done.submit)
  await expect(page.getByRole('main')).toContainText(applications.clock.forProxy.officeThen)
})

test('Somebody in whose name a stranger applied stops it at once', async ({ page, words, browser }) => {
  const { mandate, applications } = words
  const principalPhone = '13612360021'
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612360020',
    ...granddaughter,
    proxy: { name: '何阿姨', principalPhone },
  })
  const hers = await anotherPhone({ browser, page })
  const path = `/applications/${reference}/mandate`
  await signInAsResident({ page: hers, words, phone: principalPhone, back: path })
  await hers.locator('[name=answer][value=deny]').check()
  await hers.locator('[name=idEnding]').fill(idEnding)
  await hers.getByRole('button', { name: mandate.answer.send }).click()
  await hers.waitForURL(`**/applications/${reference}`)
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText(applications.status.withdrawn)
  const { denied, withdrawn } = applications.outcome
  const { who, doneBy, doneByYou } = applications.story
  const herPage = hers.getByRole('main')
  await expect(herPage).toContainText(denied.principal.title)
  await expect(herPage).toContainText(mandate.state.deniedByYou)
  await expect(herPage).toContainText(doneByYou['mandate-denied'])
  await expect(herPage).toContainText(doneBy.submit.replace('{who}', who.proxy))
  await expect(herPage).not.toContainText(withdrawn)
  await expectAccessible(hers)
  await hers.context().close()

  await page.goto(`/applications/${reference}`)
  const proxysPage = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(applications.status.withdrawn)
  await expect(proxysPage).toContainText(mandate.state.denied)
  await expect(proxysPage).toContainText(denied.proxy.title)
  await expect(proxysPage).toContainText(doneBy['mandate-denied'].replace('{who}', who.principal))
  await expect(proxysPage).not.toContainText(withdrawn)
  await expect(page.getByRole('button', { name: applications.outcome.again })).toHaveCount(0)
})

test('Whoever got the message by mistake says so and sees nothing', async ({ page, words, browser }) => {
  const { mandate } = words
  const wrongPhone = '13612360031'
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: '13612360030',
    ...granddaughter,
    proxy: { name: '陈桂香', principalPhone: wrongPhone },
  })
  const theirs = await anotherPhone({ browser, page })
  const path = `/applications/${reference}/mandate`
  await signInAsResident({ page: theirs, words, phone: wrongPhone, back: path })
  await theirs.getByText(mandate.wrongPhone.title).click()
  await theirs.getByRole('button', { name: mandate.wrongPhone.go }).click()
  await expect(theirs.getByRole('main')).toContainText(mandate.thanks)
  await expectAccessible(theirs)
  expect((await theirs.goto(path))?.status()).toBe(404)
  await theirs.context().close()

  await page.goto(`/applications/${reference}`)
  await expect(page.getByRole('main')).toContainText(mandate.state.noPhone)
})
