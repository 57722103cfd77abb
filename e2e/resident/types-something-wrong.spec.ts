import type { Messages } from '../../app/_language/messages'
import { expect, expectAccessible, narrowScreen, type Page, test } from '../support/journey'
import { codeSentTo, signInAsResident } from '../support/sign-in'

type Problem = keyof Messages['apply']['problem']

const goodId = '420202199305123523'

test('Whatever is typed wrong for a person gets a sentence that helps, and what was typed stays', async ({
  page,
  words,
}) => {
  test.slow() // Many slips of the hand in one story.
  await page.setViewportSize(narrowScreen)
  await givenIApply({ page, words, phone: '13612370001' })
  await page.locator('[name=who][value=self]').check()
  await whenISave(page, words, 'applicant')
  const wrong: [name: string, idNumber: string, Problem, Problem | null][] = [
    ['', '', 'name-empty', 'document-empty'],
    ['李', '420202930512352', 'name-too-short', 'document-fifteen-digits'],
    ['李'.repeat(200), '1'.repeat(100), 'name-too-long', 'document-wrong-length'],
    [
      '<script>alert(1)</script>',
      '<b>420202199305123523</b>',
      'name-forbidden-character',
      'document-wrong-characters',
    ],
    ['李婷👶', '42020219930512352👶', 'name-forbidden-character', 'document-wrong-characters'],
    ['李\ue000', '990202199305123523', 'name-unknown-private-character', 'document-unknown-area'],
    ['李Ting', '420202185001010013', 'name-not-a-name', 'document-impossible-birth-date'],
    ['𠮷田', '420202202701010016', 'document-impossible-birth-date', null],
    ['刘䶮', '42020219930512352X', 'document-check-character', null],
  ]
  for (const [name, idNumber, first, second] of wrong) {
    await page.locator('[name=name]').fill(name)
    await page.locator('[name=idNumber]').fill(idNumber)
    await whenISave(page, words)
    for (const problem of second ? [first, second] : [first]) {
      await thenIRead(page, words, problem)
    }
    await expect(page.locator('[name=name]')).toHaveValue(name)
    await expect(page.locator('[name=idNumber]')).toHaveValue(idNumber)
  }
  await expectAccessible(page)
  await page.getByRole('main').getByRole('alert').getByRole('link').first().click()
  await expect(page.locator('[name=idNumber]')).toBeFocused()
})

test('An office that is not open, a birth in the future, a missing tick: each says what to do', async ({
  page,
  words,
}) => {
  test.slow() // Many slips of the hand in one story.
  await givenIApply({ page, words, phone: '13612370002' })
  await whenISave(page, words)
  await thenIRead(page, words, 'who-missing')
  await page.locator('[name=who][value=self]').check()
  await whenISave(page, words, 'applicant')
  await page.locator('[name=name]').fill('李婷')
  await page.locator('[name=idNumber]').fill(goodId)
  await whenISave(page, words, 'other-parent')
  await whenISave(page, words)
  await thenIRead(page, words, 'other-parent-missing')
  await page.locator('[name=named][value=yes]').check()
  await whenISave(page, words, 'other-parent-details')
  await page.locator('[name=name]').fill('张子畔')
  await page.locator('[name=idNumber]').fill(goodId)
  await page.locator('[name=phone]').fill('136 1237 0002')
  await whenISave(page, words)
  await thenIRead(page, words, 'phone-is-yours')
  await page.locator('[name=phone]').fill('13612370009')
  await whenISave(page, words)
  await thenIRead(page, words, 'other-parent-is-the-applicant')
  await page.locator('[name=idNumber]').fill('420202199002110012')
  await whenISave(page, words, 'address')
  await whenISave(page, words)
  for (const problem of ['basis-missing', 'office-missing', 'detail-empty'] as const) {
    await thenIRead(page, words, problem)
  }
  await page.locator('[name=basis][value=household]').check()
  await page.locator('[name=office]').selectOption('420202400')
  await page.locator('[name=detail]').fill('天津路社区 12 号')
  await whenISave(page, words)
  await thenIRead(page, words, 'office-not-open')
  await expectAccessible(page)
  await page.locator('[name=office]').selectOption('420202006')
  await whenISave(page, words, 'stage')
  await page.locator('[name=stage][value=born]').check()
  await whenISave(page, words, 'child')
  for (const [year, problem] of [
    ['1850', 'birth-date-too-long-ago'],
    ['2099', 'birth-date-in-the-future'],
    ['26', 'birth-date-not-a-date'],
  ] as const) {
    await page.locator('[name=birthDate-year]').fill(year)
    await page.locator('[name=birthDate-month]').fill('1')
    await page.locator('[name=birthDate-day]').fill('5')
    await whenISave(page, words)
    await thenIRead(page, words, problem)
  }
  await page.locator('[name=birthDate-year]').fill('２０２６')
  await whenISave(page, words, 'commitment')
  await page.locator('[name=way][value=promise]').check()
  await whenISave(page, words)
  await thenIRead(page, words, 'consent-missing')
  await expect(page.locator('[name=way][value=promise]')).toBeChecked()
  await page.locator('[name=consent]').check()
  await whenISave(page, words, 'check')
})

test('A wrong signature, a wrong code, a code tried too often and an old one: the draft stays', async ({
  page,
  words,
  clock,
}) => {
  test.slow() // Many slips of the hand in one story.
  const phone = '13612370003'
  const { failure } = words.apply
  await givenIApply({ page, words, phone })
  await givenEverythingIsAnswered({ page, words })
  await whenISign({ page, words, name: '', code: '' })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(failure['signature-missing'])
  await whenISign({ page, words, name: '王芳', code: '' })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    failure['signature-differs'].replace('{name}', '李婷'),
  )
  await whenISign({ page, words, name: '李婷', code: '' })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(failure['empty-code'])
  await whenISign({ page, words, name: '李婷', code: '123456' })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(failure['no-code'])
  await whenIAskForACode(page, words)
  await page.waitForURL('**sent=true')
  const code = await codeSentTo({ page, phone })
  const wrong = code === '000000' ? '000001' : '000000'
  for (const triesLeft of [4, 3, 2, 1]) {
    await whenISign({ page, words, name: '李婷', code: wrong })
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      failure['wrong-code'].replace('{triesLeft}', String(triesLeft)),
    )
  }
  for (const typed of [wrong, code, wrong, code, wrong, code]) {
    await whenISign({ page, words, name: '李婷', code: typed })
    await expect(page.getByRole('main').getByRole('alert')).toContainText(failure['used-up'])
  }
  await expect(page.locator('[name=typedName]')).toHaveValue('李婷')
  await expect(page.locator('[name=code]')).toHaveValue('')
  await expectAccessible(page)
  await whenTimePasses(clock, 61)
  await whenIAskForACode(page, words)
  const late = await codeSentTo({ page, phone })
  await whenIAskForACode(page, words)
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await whenTimePasses(clock, 5 * 60 + 1)
  await whenISign({ page, words, name: '李婷', code: late })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(failure.expired)
  await whenIAskForACode(page, words)
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await whenISign({ page, words, name: ' 李婷 ', code: await codeSentTo({ page, phone }) })
  await page.waitForURL('**/receipt')
})

async function givenIApply({ page, words, phone }: { page: Page; words: Messages; phone: string }) {
  await signInAsResident({ page, words, phone, back: '/apply' })
  await page.getByRole('button', { name: words.apply.start.new }).click()
  await page.waitForURL('**/who-applies')
}

async function givenEverythingIsAnswered({ page, words }: { page: Page; words: Messages }): Promise<void> {
  await page.locator('[name=who][value=self]').check()
  await whenISave(page, words, 'applicant')
  await page.locator('[name=name]').fill('李婷')
  await page.locator('[name=idNumber]').fill(goodId)
  await whenISave(page, words, 'other-parent')
  await page.locator('[name=named][value=no]').check()
  await whenISave(page, words, 'address')
  await page.locator('[name=basis][value=household]').check()
  await page.locator('[name=office]').selectOption('420202006')
  await page.locator('[name=detail]').fill('天津路社区 12 号')
  await whenISave(page, words, 'stage')
  await page.locator('[name=stage][value=expecting]').check()
  await whenISave(page, words, 'commitment')
  await page.locator('[name=way][value=promise]').check()
  await page.locator('[name=consent]').check()
  await whenISave(page, words, 'check')
  await page.getByRole('link', { name: words.apply.check.continue }).click()
  await page.waitForURL('**/sign')
}

/** Presses a button and waits until the form has its answer; meanwhile it refuses a second press. */
async function whenIPress(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForResponse(answer => answer.request().method() === 'POST')
  await page.getByRole('button', { name, exact: true }).click()
  await answered
  await expect(page.locator('form[aria-busy=true]')).toHaveCount(0)
}

/** @param next the step that follows, where the answer is right */
async function whenISave(page: Page, words: Messages, next?: string): Promise<void> {
  await whenIPress(page, words.apply.save)
  if (next) await page.waitForURL(`**/${next}`)
}

async function whenISign({
  page,
  words,
  name,
  code,
}: {
  page: Page
  words: Messages
  name: string
  code: string
}): Promise<void> {
  await page.locator('[name=typedName]').fill(name)
  await page.locator('[name=code]').fill(code)
  await whenIPress(page, words.apply.sign.submit)
}

async function whenIAskForACode(page: Page, words: Messages): Promise<void> {
  const { getCode, getCodeAgain } = words.apply.sign
  await whenIPress(page, new RegExp(`^(${getCode}|${getCodeAgain})$`))
}

async function whenTimePasses(
  clock: { now(): Promise<Date>; travelTo(instant: Date): Promise<void> },
  seconds: number,
): Promise<void> {
  await clock.travelTo(new Date((await clock.now()).getTime() + seconds * 1_000))
}

async function thenIRead(page: Page, words: Messages, problem: Problem): Promise<void> {
  const sentence = words.apply.problem[problem].split('{')[0] ?? ''
  await expect(page.getByRole('main').getByRole('alert')).toContainText(sentence)
}
