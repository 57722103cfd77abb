import { expect, expectAccessible, narrowScreen, type Page } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'
import { test } from './fresh-cases'

/** A sentence up to where it says a number. */
const start = (sentence: string) => sentence.split('{')[0] ?? ''

// A link that is pressed while the page still glides to the field of the one before would lead nowhere.
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

test('An officer and a supervisor are told everything that a form on a case lacks at once', async ({
  page,
  words,
  reference,
}) => {
  test.slow() // Six forms in one story.
  const { staff } = words
  const { failure } = staff
  const atCase = (form: string) => `/staff/cases/${reference}/${form}`
  await signInAsStaff({ page, words, name: 'chenxiao', back: atCase('transfer') })
  await page.setViewportSize(narrowScreen)

  await page.getByRole('button', { name: staff.transfer.send }).click()
  await thenIAmTold(page, { office: failure['no-such-office'], reason: failure['reason-missing'] })
  await expectAccessible(page)

  await page.goto(atCase('extension'))
  await page.getByRole('button', { name: staff.extension.request }).click()
  await thenIAmTold(page, { days: start(failure['too-long']), reason: failure['reason-missing'] })

  await page.goto(atCase('rejection'))
  await page.locator('[name=explanation]').fill('不行')
  await page.getByRole('button', { name: staff.rejection.preview }).click()
  await thenIAmTold(page, {
    reason: failure['reason-not-published'],
    explanation: start(failure['explanation-too-short']),
    evidence: failure['evidence-missing'],
  })
  await expect(page.locator('[name=explanation]')).toHaveValue('不行')

  await page.goto(atCase('correction'))
  for (const field of ['address', 'applicant-name']) {
    await page.locator(`[name=${field}]`).check()
    await page.locator(`[name=words-${field}]`).fill('')
  }
  await page.getByRole('button', { name: staff.correction.preview }).click()
  await thenIAmTold(page, {
    'words-address': failure['item-without-words'],
    'words-applicant-name': failure['item-without-words'],
  })

  await page.goto('/staff/print')
  await page.locator('[name=number]').fill('1')
  await page.locator('[name=lastSix]').fill('12345')
  await page.getByRole('button', { name: words['assisted-print'].go }).click()
  const print = words['assisted-print'].failure
  await thenIAmTold(page, {
    number: print['number-unreadable'],
    name: print['name-missing'],
    lastSix: print['not-six-characters'],
    reason: print['reason-missing'],
  })
  await expect(page.locator('[name=lastSix]')).toHaveValue('12345')

  await page.getByRole('button', { name: words['sign-in'].signOut }).click()
  await page.waitForURL('**/staff/sign-in')
  await signInAsStaff({ page, words, name: 'zhouwei', back: atCase('extension') })
  await page.getByRole('button', { name: staff.extension.grant, exact: true }).click()
  await thenIAmTold(page, { days: failure['not-a-number'], reason: failure['reason-missing'] })
})

test('An administrator is told everything that a form lacks at once, and what was typed stays', async ({
  page,
  words,
}) => {
  test.slow() // Five forms in one story.
  const { staff, limit, office, reason, calendar } = words.admin
  await signInAsStaff({ page, words, name: 'admin', back: '/staff/admin/staff/new' })
  await page.locator('[name=signInName]').fill('Wang Li')
  await page.locator('[name=email]').fill('nobody')
  await page.getByRole('button', { name: staff.create, exact: true }).click()
  await thenIAmTold(page, {
    name: staff.failure['name-missing'],
    staffNumber: staff.failure['not-a-staff-number'],
    signInName: staff.failure['not-a-sign-in-name'],
    role: staff.failure['no-such-role'],
    email: staff.failure['not-an-email'],
  })
  await expect(page.locator('[name=email]')).toHaveValue('nobody')
  await expectAccessible(page)

  await page.goto('/staff/admin/limits')
  await page.locator('[name=workingDays]').fill('0')
  await page.getByRole('button', { name: limit.save }).click()
  await thenIAmTold(page, {
    kind: limit.failure['no-such-limit'],
    workingDays: limit.failure['not-a-number-of-days'],
    fromDate: limit.failure['not-a-date'],
    law: limit.failure['law-missing'],
    lawEnglish: limit.failure['law-in-english-missing'],
  })
  await expect(page.locator('[name=workingDays]')).toHaveValue('0')

  await page.goto('/staff/admin/offices/420202006')
  for (const field of ['phone', 'address', 'opensAt']) await page.locator(`[name=${field}]`).fill('')
  await page.locator('[name=closesAt]').fill('25:00')
  await page.getByRole('button', { name: office.save }).click()
  await thenIAmTold(page, {
    phone: office.failure['phone-missing'],
    address: office.failure['address-missing'],
    opensAt: office.failure['not-a-time'],
    closesAt: office.failure['not-a-time'],
  })

  await page.goto('/staff/admin/reasons/already-registered')
  for (const field of ['title', 'nextStepEnglish']) await page.locator(`[name=${field}]`).fill('')
  await page.getByRole('button', { name: reason.publish }).click()
  await thenIAmTold(page, {
    title: reason.failure['text-missing'],
    nextStepEnglish: reason.failure['text-missing'],
  })

  await page.goto('/staff/admin/calendar/2027')
  await page.locator('[name=sourceLink]').fill('')
  await page.locator('[name=holidays]').fill('2027-02-30 春节')
  await page.locator('[name=makeUpDays]').fill('2027-02-15 春节')
  await page.getByRole('button', { name: calendar.preview }).click()
  await thenIAmTold(page, {
    sourceLink: start(calendar.problem['link-missing']),
    holidays: start(calendar.problem['no-such-date']),
    makeUpDays: start(calendar.problem['not-a-weekend']),
  })
})

/** The summary names each of these fields, and no other, by a link that leads to it. */
async function thenIAmTold(page: Page, said: Record<string, string>): Promise<void> {
  const links = page.getByRole('main').getByRole('alert').getByRole('link')
  await expect(links).toHaveCount(Object.keys(said).length)
  for (const [field, sentence] of Object.entries(said)) {
    const link = links.and(page.locator(`[href="#${field}"]`))
    await expect(link).toContainText(sentence)
    await link.click()
    await expect(page.locator(`#${field}`)).toBeInViewport()
  }
}
