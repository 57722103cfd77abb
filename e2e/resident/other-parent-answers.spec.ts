import type { Browser } from '@playwright/test'
import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { codeSentTo, latestMessageTo } from '../support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? 'with scripts' : 'without scripts'
  test(`The other parent reads who named them, and confirms on their own phone, ${scripts}`, async ({
    page,
    words,
    browser,
  }) => {
    const [own, theirs] = javaScriptEnabled ? ['13612340020', '13612340021'] : ['13612340022', '13612340023']
    await confirmElsewhere({ page, words, browser, own, theirs, javaScriptEnabled })
  })
}

type Answering = {
  page: Page
  words: Messages
  browser: Browser
  own: string
  theirs: string
  javaScriptEnabled: boolean
}

async function confirmElsewhere({ page, words, browser, own, theirs, javaScriptEnabled }: Answering) {
  const { confirm, applications } = words
  const { reference } = await givenASubmittedApplication({
    page,
    words,
    phone: own,
    name: '孙丽',
    idNumber: '420202199308180021',
    otherParent: { name: '周强', idNumber: '420202199012100037', phone: theirs },
  })
  await page.goto(`/applications/${reference}`)
  await expect(page.getByRole('main')).toContainText(applications.otherParent.waiting)
  await page.getByRole('button', { name: applications.otherParent.again }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()

  const message = await latestMessageTo({ page, phone: theirs, containing: /\/confirm\// })
  const path = /\/confirm\/[\w-]+/.exec(message)?.[0] ?? ''
  const origin = new URL(page.url()).origin
  const elsewhere = await browser.newContext({
    baseURL: origin,
    locale: 'zh-CN',
    viewport: narrowScreen,
    javaScriptEnabled,
  })
  const other = await elsewhere.newPage()
  await other.goto(path)
  await expect(other.getByRole('main')).toContainText('孙*')
  await expect(other.getByRole('main')).not.toContainText('孙丽')
  if (javaScriptEnabled) await expectAccessible(other)
  await other.getByRole('button', { name: confirm.code.send }).click()
  await other.waitForURL('**?sent=yes')
  if (javaScriptEnabled) await expectAccessible(other)
  await other.locator('[name=answer][value=confirm]').check()
  await other.locator('[name=code]').fill(await codeSentTo({ page: other, phone: theirs }))
  await other.getByRole('button', { name: confirm.answer.send }).click()
  await expect(other.getByText(confirm.done.confirmed, { exact: true })).toBeVisible()
  await elsewhere.close()

  await page.reload()
  await expect(page.getByRole('main')).toContainText(applications.otherParent.confirmedText)
}

test('A link that nobody gave is answered with a sentence', async ({ page, words }) => {
  await page.goto(`/confirm/${'x'.repeat(43)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.confirm.unknown.title)
  await expectAccessible(page)
})
