import { expect, expectAccessible, inBothLanguages, narrowScreen, test } from '../support/journey'
import { signInAsStaff } from '../support/sign-in'

const supervision = [
  '/staff/supervision',
  '/staff/supervision/cases?list=open',
  '/staff/supervision/cases?list=decided',
  '/staff/supervision/records',
  '/staff/supervision/records?state=closed',
]
const administration = [
  '/staff/admin',
  '/staff/admin/offices',
  '/staff/admin/offices/420202006',
  '/staff/admin/staff',
  '/staff/admin/staff/new',
  '/staff/admin/reasons',
  '/staff/admin/limits',
  '/staff/admin/calendar',
  '/staff/admin/calendar/2026',
  '/staff/admin/clock',
  '/staff/admin/messages',
]

inBothLanguages(() => {
  for (const [name, rooms] of [
    ['zhouwei', supervision],
    ['county', supervision],
    ['admin', administration],
  ] as const) {
    test(`${name} reads every page of the room, at a desk and on a phone`, async ({ page, words }) => {
      test.setTimeout(120_000)
      await signInAsStaff({ page, words, name, back: '/staff' })
      for (const path of rooms) {
        const answer = await page.goto(path)
        expect(answer?.status(), path).toBe(200)
        await page.setViewportSize({ width: 1280, height: 900 })
        await expectAccessible(page)
        await page.setViewportSize(narrowScreen)
        await expectAccessible(page)
      }
    })
  }

  test('whoever has no business in a room is told calmly where theirs is', async ({ page, words }) => {
    await signInAsStaff({ page, words, name: 'chenxiao', back: '/staff' })
    const heading = page.getByRole('heading', { level: 1 })
    for (const path of supervision) {
      await page.goto(path)
      await expect(heading).toHaveText(words.supervision.notYourRole.title)
    }
    for (const path of administration) {
      await page.goto(path)
      await expect(heading).toHaveText(words.admin.notYourRole.title)
    }
    await expectAccessible(page)
  })
})
