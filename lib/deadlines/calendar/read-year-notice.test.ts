import { describe, expect, test } from 'vitest'
import { chineseDaysCalendar } from '../rules/import-calendar'
import { readYearNotice, type TypedNotice, writeDays } from './read-year-notice'

const notice: TypedNotice = {
  year: 2027,
  sourceLink: 'https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm',
  holidays: '2026-12-31..2027-01-02 元旦\n2027-02-05..2027-02-11 春节',
  makeUpDays: '2027-01-30 春节\n2027-02-14 春节',
}

function problemsOf(changes: Partial<TypedNotice>): string[] {
  const read = readYearNotice({ ...notice, ...changes })
  return read.ok ? [] : read.problems.map(({ field, problem }) => `${field}: ${problem}`)
}

test('a notice is read into its days, in the order of their dates', () => {
  const read = readYearNotice(notice)
  expect(read.ok && read.notice.days.map(({ date }) => date)).toEqual([
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-30',
    ...['05', '06', '07', '08', '09', '10', '11', '14'].map(day => `2027-02-${day}`),
  ])
})

describe('what cannot be meant is named with its field', () => {
  test.each([
    [{ sourceLink: '' }, 'sourceLink: link-missing'],
    [{ sourceLink: 'http://www.gov.cn/x' }, 'sourceLink: link-not-https'],
    [{ sourceLink: 'javascript:alert(1)' }, 'sourceLink: link-not-https'],
    [{ sourceLink: 'x'.repeat(10_000) }, 'sourceLink: not-readable'],
    [{ holidays: '' }, 'holidays: new-year-missing'],
    [{ holidays: '元旦 2027-01-01' }, 'holidays: line-not-understood'],
    [{ holidays: '2027-01-01' }, 'holidays: line-not-understood'],
    [{ holidays: '2027-02-30 元旦' }, 'holidays: no-such-date'],
    [{ holidays: '2027-01-03..2027-01-01 元旦' }, 'holidays: ends-before-it-starts'],
    [{ holidays: '2027-01-01..2028-01-03 元旦' }, 'holidays: other-year'],
    [{ holidays: '2026-12-24..2027-01-01 元旦' }, 'holidays: other-year'],
    [{ holidays: '2027-01-01 元旦\n2027-01-01 元旦' }, 'holidays: named-twice'],
    [{ holidays: `${notice.holidays}\n2027-01-30 春节` }, 'makeUpDays: named-twice'],
    [{ makeUpDays: '2027-02-15 春节' }, 'makeUpDays: not-a-weekend'],
    [{ holidays: '2027-01-01 元旦\0' }, 'holidays: not-readable'],
    [{ holidays: '2027-01-01 \uD800' }, 'holidays: not-readable'],
    [{ holidays: `2027-01-01 ${'节'.repeat(21)}` }, 'holidays: line-not-understood'],
  ] as [Partial<TypedNotice>, string][])('%j: %s', (changes, problem) => {
    expect(problemsOf(changes)).toEqual([problem])
  })
  test('full-width digits and the ways of writing a range are read as meant', () => {
    expect(problemsOf({ holidays: '２０２７-01-01 至 2027-01-03 元旦' })).toEqual([])
    expect(problemsOf({ holidays: '2027-01-01~2027-01-03 元旦\n\n2027-02-05 — 2027-02-11 春节' })).toEqual([])
  })
})

test.each([2019, 2024, 2026])('the days of %i come back as they were written', year => {
  const { days } = chineseDaysCalendar({ fromYear: year, toYear: year })
  const written = {
    year,
    sourceLink: notice.sourceLink,
    holidays: writeDays({ days, kind: 'holiday' }),
    makeUpDays: writeDays({ days, kind: 'make-up-working-day' }),
  }
  const read = readYearNotice(written)
  expect(read).toEqual({ ok: true, notice: { year, sourceLink: notice.sourceLink, days } })
})
