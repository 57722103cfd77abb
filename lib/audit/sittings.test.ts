import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sittingsOf } from './sittings'
import type { View } from './views-of-application'

const at = (time: string) => new Date(`2026-11-25T${time}:00+08:00`)
const look = (time: string, staffName = '陈晓', purpose = 'handle-case'): View => ({
  at: at(time),
  staffName,
  office: { name: '黄石港街道办事处', nameEnglish: 'Huangshigang Subdistrict Office' },
  county: null,
  purpose,
})

test('looks of one person close together are one sitting, with each purpose once', () => {
  const views = [look('10:20'), look('10:05', '陈晓', 'reveal-id-number'), look('10:00')]
  expect(sittingsOf(views)).toMatchObject([
    { from: at('10:00'), until: at('10:20'), looks: 3, purposes: ['handle-case', 'reveal-id-number'] },
  ])
})

test('half an hour without a look ends a sitting; another person has one of their own', () => {
  const views = [look('11:00'), look('10:10', '李娜'), look('10:00')]
  expect(sittingsOf(views).map(({ staffName, looks }) => `${staffName} ${looks}`)).toEqual([
    '陈晓 1',
    '李娜 1',
    '陈晓 1',
  ])
})

test('no look is lost or told twice', () => {
  const anyView = fc.record({ minutes: fc.nat(600), who: fc.constantFrom('陈晓', '李娜') })
  fc.assert(
    fc.property(fc.array(anyView), some => {
      const views = some
        .toSorted((one, other) => other.minutes - one.minutes)
        .map(({ minutes, who }) => ({
          ...look('08:00', who),
          at: new Date(at('08:00').getTime() + minutes * 60_000),
        }))
      expect(sittingsOf(views).reduce((sum, { looks }) => sum + looks, 0)).toBe(views.length)
    }),
  )
})
