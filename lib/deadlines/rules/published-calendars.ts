import { type CalendarDay, datesBetween } from './working-calendar'

/**
 * The State Council's notices on holidays for 2012 to 2026, kept apart from the package that the calendar is
 * imported from, so that each checks the other: taken from the data set NateScarlet/holiday-cn (read August
 * 2026) and taken from a public collection of the notices.
 *
 * A date without a year lies in the year of its notice. `notices` are paths under
 * https://www.gov.cn/zhengce/zhengceku/. Left out is 3 February 2020, a Monday, which the second notice for
 * that year only confirms as worked.
 */
type PublishedYear = { year: number; notices: string[]; holidays: string[]; makeUpDays: string }

const PUBLISHED: PublishedYear[] = [
  {
    year: 2012,
    notices: ['2011-12/06/content_1411.htm'],
    holidays: [
      '元旦 01-01..01-03',
      '春节 01-22..01-28',
      '清明节 04-02..04-04',
      '劳动节 04-29..05-01',
      '端午节 06-22..06-24',
      '中秋节、国庆节 09-30..10-07',
    ],
    makeUpDays: '2011-12-31 01-21 01-29 03-31 04-01 04-28 09-29',
  },
  {
    year: 2013,
    notices: ['2012-12/10/content_1353.htm'],
    holidays: [
      '元旦 01-01..01-03',
      '春节 02-09..02-15',
      '清明节 04-04..04-06',
      '劳动节 04-29..05-01',
      '端午节 06-10..06-12',
      '中秋节 09-19..09-21',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12',
  },
  {
    year: 2014,
    notices: ['2014-01/02/content_1194.htm'],
    holidays: [
      '元旦 01-01',
      '春节 01-31..02-06',
      '清明节 04-05',
      '清明节 04-07',
      '劳动节 05-01..05-03',
      '端午节 06-02',
      '中秋节 09-08',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '01-26 02-08 05-04 09-28 10-11',
  },
  {
    year: 2015,
    notices: ['2014-12/16/content_9302.htm', '2015-05/13/content_9742.htm'],
    holidays: [
      '元旦 01-01..01-03',
      '春节 02-18..02-24',
      '清明节 04-05..04-06',
      '劳动节 05-01',
      '端午节 06-20',
      '端午节 06-22',
      '抗战胜利纪念日 09-03..09-05',
      '中秋节 09-27',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '01-04 02-15 02-28 09-06 10-10',
  },
  {
    year: 2016,
    notices: ['2015-12/10/content_10394.htm'],
    holidays: [
      '元旦 01-01',
      '春节 02-07..02-13',
      '清明节 04-04',
      '劳动节 05-01..05-02',
      '端午节 06-09..06-11',
      '中秋节 09-15..09-17',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '02-06 02-14 06-12 09-18 10-08 10-09',
  },
  {
    year: 2017,
    notices: ['2016-12/01/content_5141603.htm'],
    holidays: [
      '元旦 01-01..01-02',
      '春节 01-27..02-02',
      '清明节 04-02..04-04',
      '劳动节 05-01',
      '端午节 05-28..05-30',
      '中秋节、国庆节 10-01..10-08',
    ],
    makeUpDays: '01-22 02-04 04-01 05-27 09-30',
  },
  {
    year: 2018,
    notices: ['2017-11/30/content_5243579.htm'],
    holidays: [
      '元旦 01-01',
      '春节 02-15..02-21',
      '清明节 04-05..04-07',
      '劳动节 04-29..05-01',
      '端午节 06-18',
      '中秋节 09-24',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '02-11 02-24 04-08 04-28 09-29 09-30',
  },
  {
    year: 2019,
    notices: ['2018-12/06/content_5346276.htm', '2019-03/22/content_5375877.htm'],
    holidays: [
      '元旦 2018-12-30..01-01',
      '春节 02-04..02-10',
      '清明节 04-05',
      '劳动节 05-01..05-04',
      '端午节 06-07',
      '中秋节 09-13',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12',
  },
  {
    year: 2020,
    notices: ['2019-11/21/content_5454164.htm', '2020-01/27/content_5472352.htm'],
    holidays: [
      '元旦 01-01',
      '春节 01-24..02-02',
      '清明节 04-04..04-06',
      '劳动节 05-01..05-05',
      '端午节 06-25..06-27',
      '国庆节、中秋节 10-01..10-08',
    ],
    makeUpDays: '01-19 04-26 05-09 06-28 09-27 10-10',
  },
  {
    year: 2021,
    notices: ['2020-11/25/content_5564127.htm'],
    holidays: [
      '元旦 01-01..01-03',
      '春节 02-11..02-17',
      '清明节 04-03..04-05',
      '劳动节 05-01..05-05',
      '端午节 06-12..06-14',
      '中秋节 09-19..09-21',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  {
    year: 2022,
    notices: ['2021-10/25/content_5644835.htm'],
    holidays: [
      '元旦 01-01..01-03',
      '春节 01-31..02-06',
      '清明节 04-03..04-05',
      '劳动节 04-30..05-04',
      '端午节 06-03..06-05',
      '中秋节 09-10..09-12',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  {
    year: 2023,
    notices: ['2022-12/08/content_5730844.htm'],
    holidays: [
      '元旦 2022-12-31..01-02',
      '春节 01-21..01-27',
      '清明节 04-05',
      '劳动节 04-29..05-03',
      '端午节 06-22..06-24',
      '中秋节、国庆节 09-29..10-06',
    ],
    makeUpDays: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  {
    year: 2024,
    notices: ['202310/content_6911528.htm'],
    holidays: [
      '元旦 01-01',
      '春节 02-10..02-17',
      '清明节 04-04..04-06',
      '劳动节 05-01..05-05',
      '端午节 06-10',
      '中秋节 09-15..09-17',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  {
    year: 2025,
    notices: ['202411/content_6986383.htm'],
    holidays: [
      '元旦 01-01',
      '春节 01-28..02-04',
      '清明节 04-04..04-06',
      '劳动节 05-01..05-05',
      '端午节 05-31..06-02',
      '国庆节、中秋节 10-01..10-08',
    ],
    makeUpDays: '01-26 02-08 04-27 09-28 10-11',
  },
  {
    year: 2026,
    notices: ['202511/content_7047091.htm'],
    holidays: [
      '元旦 01-01..01-03',
      '春节 02-15..02-23',
      '清明节 04-04..04-06',
      '劳动节 05-01..05-05',
      '端午节 06-19..06-21',
      '中秋节 09-25..09-27',
      '国庆节 10-01..10-07',
    ],
    makeUpDays: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
]

/** The notices' days, one entry a date. */
export function publishedCalendar(): { days: CalendarDay[]; announcedYears: number[] } {
  return { days: PUBLISHED.flatMap(daysOf), announcedYears: PUBLISHED.map(({ year }) => year) }
}

/** Where the notice for a year is published. */
export function noticeLink({ year }: { year: number }): string {
  const published = PUBLISHED.find(candidate => candidate.year === year)
  if (!published) throw new RangeError(`no notice for ${year} is known`)
  return `https://www.gov.cn/zhengce/zhengceku/${published.notices[0]}`
}

function daysOf({ year, holidays, makeUpDays }: PublishedYear): CalendarDay[] {
  const inYear = (date: string) => (date.length === 5 ? `${year}-${date}` : date)
  const daysOff = holidays.flatMap(entry => {
    const [name = '', range = ''] = entry.split(' ')
    const [from = '', through = from] = range.split('..')
    const dates = datesBetween({ from: inYear(from), through: inYear(through) })
    return dates.map((date): CalendarDay => ({ date, kind: 'holiday', name }))
  })
  const worked = makeUpDays
    .split(' ')
    .map((date): CalendarDay => ({ date: inYear(date), kind: 'make-up-working-day', name: '调休' }))
  return [...daysOff, ...worked]
}
