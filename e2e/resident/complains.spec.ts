import type { Messages } from '../../app/_language/messages'
import { givenASubmittedApplication } from '../support/apply'
import { expect, expectAccessible, inBothLanguages, narrowScreen, type Page, test } from '../support/journey'
import { signInAsResident, signInAsStaff } from '../support/sign-in'

const people = {
  'zh-CN': { phone: '13612340061', name: '孙丽', idNumber: '420202199403150023' },
  en: { phone: '13612340062', name: '周婷', idNumber: '420202199105120045' },
}

inBothLanguages(language => {
  test('An applicant complains while the case goes on, and reads the answer of a supervisor', async ({
    page,
    words,
    clock,
  }) => {
    const { complaints } = words
    const person = people[language]
    const { reference } = await givenASubmittedApplication({ page, words, ...person })
    await page.setViewportSize(narrowScreen)
    await page.goto(`/applications/${reference}`)
    await page.getByRole('link', { name: complaints.resident.complain, exact: true }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: complaints.resident.send }).click()
    await expect(
      page.getByRole('alert').filter({ hasText: complaints.resident.failure['text-missing'] }),
    ).toBeVisible()
    await page.locator('[name=text]').fill('窗口说还要交结婚证。')
    await page.getByRole('button', { name: complaints.resident.send }).click()
    await page.waitForURL('**filed=yes')
    await expect(page.getByRole('heading', { name: complaints.state['waits-for-office'] })).toBeVisible()
    await expect(page.locator('[name=text]')).toHaveCount(0)
    await expectAccessible(page)
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText(complaints.resident.openTitle)
    await expect(page.getByRole('main')).toContainText(words.applications.clock.officeThen)

    await whenTheSupervisorAnswers({ page, words, reference })
    await page.context().clearCookies()
    // A phone is sent one code a minute.
    await clock.travelTo(new Date((await clock.now()).getTime() + 61_000))
    await signInAsResident({ page, words, phone: person.phone })
    await page.goto(`/applications/${reference}`)
    await page.getByRole('link', { name: complaints.resident.readAnswer }).click()
    await expect(page.getByText('已向窗口指出，不用交。')).toBeVisible()
    await expect(page.getByText(complaints.outcome.upheld, { exact: true })).toBeVisible()
    await expectAccessible(page)
  })
})

test('A complaint that nobody answers goes to the county by itself, and the county answers', async ({
  page,
  words,
  clock,
}) => {
  const { complaints } = words
  const phone = '13612340063'
  const person = { phone, name: '吴敏', idNumber: '420202199203150029' }
  const { reference } = await givenASubmittedApplication({ page, words, ...person })
  await page.goto(`/applications/${reference}/complaint`)
  await page.locator('[name=text]').fill('打了三次电话没有人接。')
  await page.getByRole('button', { name: complaints.resident.send }).click()
  await page.waitForURL('**filed=yes')

  await test.step('two weeks pass', async () => {
    await clock.travelTo(new Date((await clock.now()).getTime() + 14 * 24 * 60 * 60 * 1000))
    await page.context().clearCookies()
    await signInAsResident({ page, words, phone })
    await page.goto(`/applications/${reference}/complaint`)
    const waits = complaints.resident.waitsForCounty.replaceAll('{county}', '黄石港区')
    await expect(page.getByRole('heading', { name: waits })).toBeVisible()
  })
  await test.step('the county finds it in supervision and answers', async () => {
    await page.context().clearCookies()
    await signInAsStaff({ page, words, name: 'county', back: '/staff/supervision' })
    await expectAccessible(page)
    await page.locator('#complaints').getByRole('link', { name: reference }).click()
    await whenIAnswer({ page, words })
  })
  await test.step('the resident reads which county answered, and looked', async () => {
    await page.context().clearCookies()
    // A phone is sent one code a minute.
    await clock.travelTo(new Date((await clock.now()).getTime() + 61_000))
    await signInAsResident({ page, words, phone })
    const supervision = words.applications.views.county.replace('{county}', '黄石港区')
    await page.goto(`/applications/${reference}/complaint`)
    await expect(page.getByRole('main')).toContainText(supervision)
    await page.goto(`/applications/${reference}`)
    await expect(page.getByRole('main')).toContainText(`（${supervision}）`)
  })
})

type Person = { page: Page; words: Messages }

async function whenTheSupervisorAnswers({ page, words, reference }: Person & { reference: string }) {
  await page.context().clearCookies()
  await signInAsStaff({ page, words, name: 'zhouwei', back: `/staff/cases/${reference}` })
  await page.getByRole('link', { name: words.complaints.staff.read }).click()
  await expectAccessible(page)
  await whenIAnswer({ page, words })
}

async function whenIAnswer({ page, words: { complaints } }: Person) {
  await page.locator('[name=answer]').fill('已向窗口指出，不用交。')
  await page.getByRole('button', { name: complaints.staff.preview }).click()
  await expect(page.getByRole('alert').filter({ hasText: complaints.staff.outcomeMissing })).toBeVisible()
  await page.locator('[name=outcome][value=upheld]').check()
  await page.getByRole('button', { name: complaints.staff.preview }).click()
  await expect(page.getByRole('heading', { name: complaints.staff.previewTitle })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: complaints.staff.send }).click()
  await page.waitForURL('**done=answered')
  await expect(page.getByText(complaints.staff.done)).toBeVisible()
}
