import type { Messages } from '../../app/_language/messages'
import { say } from '../../scripts/start/say'
import { expect, narrowScreen, type Page, test } from '../support/journey'
import { codeSentTo } from '../support/sign-in'

/** Somebody tired on a phone: a look at each page, longer where there is more to read, a tap, a key. */
const milliseconds = {
  look: 4_000,
  readCommitment: 15_000,
  readAnswers: 8_000,
  fetchCode: 5_000,
  tap: 800,
  key: 200,
}
const applicants = [
  { phone: '13714250001', name: '林晓燕', idNumber: '420202199207135125' },
  { phone: '13714250002', name: '欧阳若兰', idNumber: '420202199305123523' },
  { phone: '13714250003', name: '阿依·古丽', idNumber: '420202199403150023' },
]
const longestMedianSeconds = 180
const mostPages = 14

test.use({ viewport: narrowScreen })

test('From the home page to the receipt in less than three minutes, over fourteen pages at most', async ({
  browser,
  baseURL,
  words,
}) => {
  const taken: { seconds: number; pages: number }[] = []
  for (const applicant of applicants) {
    const phone = await browser.newContext({ baseURL, locale: 'zh-CN', viewport: narrowScreen })
    taken.push(await apply({ page: await phone.newPage(), words, applicant }))
    await phone.close()
  }
  const seconds = taken.map(one => one.seconds).sort((one, other) => one - other)
  const median = seconds[Math.floor(seconds.length / 2)] ?? Number.POSITIVE_INFINITY
  const pages = Math.max(...taken.map(one => one.pages))
  say(`${seconds.map(one => one.toFixed(0)).join(', ')} s; median ${median.toFixed(0)} s; ${pages} pages`)
  expect(median).toBeLessThan(longestMedianSeconds)
  expect(pages).toBeLessThanOrEqual(mostPages)
})

type Applying = { page: Page; words: Messages; applicant: (typeof applicants)[number] }

async function apply({ page, words, applicant: { phone, name, idNumber } }: Applying) {
  const { apply: form, home } = words
  const person = atHumanPace(page)
  const next = (question: string) =>
    person.taps(page.getByRole('button', { name: form.save, exact: true }), `**/${question}`)
  const begun = Date.now()
  await page.goto('/')
  await person.looks()
  await person.taps(page.getByRole('link', { name: home.start, exact: true }), '**/sign-in**')
  await person.types('[name=phone]', phone)
  await person.taps(
    page.getByRole('button', { name: words['sign-in'].send, exact: true }),
    '**/sign-in/code**',
  )
  await person.waits(milliseconds.fetchCode)
  await person.types('[name=code]', await codeSentTo({ page, phone }))
  await person.taps(page.getByRole('button', { name: words['sign-in'].enter, exact: true }), '**/apply')
  await person.taps(page.getByRole('button', { name: form.start.new }), '**/who-applies')
  await person.chooses('[name=who][value=self]')
  await next('applicant')
  await person.types('[name=name]', name)
  await person.types('[name=idNumber]', idNumber)
  await next('other-parent')
  await person.chooses('[name=named][value=no]')
  await next('address')
  await person.chooses('[name=basis][value=residence]')
  await person.waits(2 * milliseconds.tap)
  await page.locator('[name=office]').selectOption('420202006')
  await person.types('[name=detail]', '天津路社区12号')
  await next('stage')
  await person.chooses('[name=stage][value=expecting]')
  await next('commitment')
  await person.waits(milliseconds.readCommitment)
  await person.chooses('[name=way][value=promise]')
  await person.chooses('[name=consent]')
  await next('check')
  await person.waits(milliseconds.readAnswers)
  await person.taps(page.getByRole('link', { name: form.check.continue }), '**/sign')
  await person.types('[name=typedName]', name)
  await person.taps(page.getByRole('button', { name: form.sign.getCode, exact: true }), '**/sign?sent=true')
  await person.waits(milliseconds.fetchCode)
  await person.types('[name=code]', await codeSentTo({ page, phone }))
  await person.taps(page.getByRole('button', { name: form.sign.submit, exact: true }), '**/receipt')
  return { seconds: (Date.now() - begun) / 1_000, pages: person.pages() }
}

function atHumanPace(page: Page) {
  let pages = 1
  const waits = (time: number) => page.waitForTimeout(time)
  const looks = () => waits(milliseconds.look)
  return {
    waits,
    looks,
    pages: () => pages,
    taps: async (control: ReturnType<Page['locator']>, leadsTo: string) => {
      await waits(milliseconds.tap)
      await control.click()
      await page.waitForURL(leadsTo)
      pages += 1
      await looks()
    },
    types: async (field: string, text: string) => {
      await waits(milliseconds.tap)
      await page.locator(field).pressSequentially(text, { delay: milliseconds.key })
    },
    chooses: async (choice: string) => {
      await waits(milliseconds.tap)
      await page.locator(choice).check()
    },
  }
}
