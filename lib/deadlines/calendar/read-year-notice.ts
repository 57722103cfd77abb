import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth, readTypedText } from '@/lib/platform/typed-text'
import { type CalendarDay, type CivilDate, datesBetween, isWeekend, yearOf } from '../rules'

/** The days of one year's notice (国务院办公厅关于节假日安排的通知), as an administrator types them in. */
export type YearNotice = { year: number; sourceLink: string; days: CalendarDay[] }

export type NoticeField = 'sourceLink' | 'holidays' | 'makeUpDays'

export type NoticeProblem =
  | 'link-missing'
  | 'link-not-https'
  | 'not-readable'
  | 'line-not-understood'
  | 'no-such-date'
  | 'ends-before-it-starts'
  | 'other-year'
  | 'named-twice'
  | 'not-a-weekend'
  | 'new-year-missing'

/** What to change, field by field; `line` is the line in question as it was typed. */
export type NoticeProblems = { field: NoticeField; problem: NoticeProblem; line: string }[]

/** The notice, or what is wrong with it. */
export type YearNoticeRead = { ok: true; notice: YearNotice } | { ok: false; problems: NoticeProblems }

export type TypedNotice = { year: number; sourceLink: string; holidays: string; makeUpDays: string }

const longestList = 4_000
const longestName = 20
const linePattern = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|~|至|—|–)\s*(\d{4}-\d{2}-\d{2}))?\s+(\S.*)$/u

/**
 * Reads a notice: one line a holiday, `2026-10-01..2026-10-07 国庆节`, and one a make-up working day,
 * `2026-10-10 国庆节`. Days lie in the year of the notice or at the end of December before it, since a holiday
 * can lie across two years (29 December 2018 came with 2019's notice).
 */
export function readYearNotice(typed: TypedNotice): YearNoticeRead {
  const link = readLink(typed.sourceLink)
  const holidays = readDays({ ...typed, field: 'holidays', kind: 'holiday' })
  const makeUpDays = readDays({ ...typed, field: 'makeUpDays', kind: 'make-up-working-day' })
  const days = [...holidays.days, ...makeUpDays.days]
  const problems = [...link.problems, ...holidays.problems, ...makeUpDays.problems]
  if (holidays.problems.length === 0 && !days.some(({ date }) => date === `${typed.year}-01-01`)) {
    problems.push({ field: 'holidays', problem: 'new-year-missing', line: '' })
  }
  problems.push(...namedTwice(days))
  if (problems.length > 0) return { ok: false, problems }
  const sorted = days.toSorted((a, b) => a.date.localeCompare(b.date))
  return { ok: true, notice: { year: typed.year, sourceLink: link.href, days: sorted } }
}

/** A year's days as lines that `readYearNotice` reads again: days that follow each other under one name are one line. */
export function writeDays({
  days,
  kind,
}: {
  days: readonly CalendarDay[]
  kind: CalendarDay['kind']
}): string {
  const runs: { from: CivilDate; through: CivilDate; name: string }[] = []
  for (const { date, name } of days.filter(day => day.kind === kind)) {
    const last = runs.at(-1)
    const follows = last?.name === name && datesBetween({ from: last.through, through: date }).length === 2
    if (last && follows && kind === 'holiday') last.through = date
    else runs.push({ from: date, through: date, name })
  }
  return runs
    .map(({ from, through, name }) => `${from === through ? from : `${from}..${through}`} ${name}`)
    .join('\n')
}

function readLink(typed: string): { href: string; problems: NoticeProblems } {
  const text = readTypedText({ raw: typed, maximumLength: 500 })
  const problem = (name: NoticeProblem) => ({
    href: '',
    problems: [{ field: 'sourceLink', problem: name, line: '' } as const],
  })
  if (!text.ok) return problem('not-readable')
  if (text.value === '') return problem('link-missing')
  if (!URL.canParse(text.value) || new URL(text.value).protocol !== 'https:') return problem('link-not-https')
  return { href: new URL(text.value).href, problems: [] }
}

type DaysRead = { days: CalendarDay[]; problems: NoticeProblems }

function readDays({
  field,
  kind,
  year,
  ...typed
}: TypedNotice & { field: 'holidays' | 'makeUpDays'; kind: CalendarDay['kind'] }): DaysRead {
  const text = readTypedText({ raw: typed[field], maximumLength: longestList, lines: true })
  if (!text.ok) return { days: [], problems: [{ field, problem: 'not-readable', line: '' }] }
  const lines = foldWidth(text.value)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const read = lines.map(line => ({ line, result: readLine({ line, kind, year }) }))
  return {
    days: read.flatMap(({ result }) => (result.ok ? result.value : [])),
    problems: read.flatMap(({ line, result }) =>
      result.ok ? [] : [{ field, problem: result.failure, line }],
    ),
  }
}

function readLine({
  line,
  kind,
  year,
}: {
  line: string
  kind: CalendarDay['kind']
  year: number
}): Result<CalendarDay[], NoticeProblem> {
  const [, from, through = from, name] = linePattern.exec(line) ?? []
  if (!from || !through || !name || [...name].length > longestName) return failed('line-not-understood')
  if (!isDate(from) || !isDate(through)) return failed('no-such-date')
  if (through < from) return failed('ends-before-it-starts')
  if (!belongsTo({ year, date: from }) || !belongsTo({ year, date: through })) return failed('other-year')
  const dates = datesBetween({ from, through })
  if (kind === 'make-up-working-day' && !dates.every(isWeekend)) return failed('not-a-weekend')
  return done(dates.map(date => ({ date, kind, name })))
}

function isDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The notice's own year, and the days before New Year that its first holiday may reach. */
function belongsTo({ year, date }: { year: number; date: CivilDate }): boolean {
  return yearOf(date) === year || (date >= `${year - 1}-12-25` && date <= `${year - 1}-12-31`)
}

function namedTwice(days: readonly CalendarDay[]): NoticeProblems {
  const seen = new Set<CivilDate>()
  return days.flatMap(({ date, kind, name }) => {
    if (!seen.has(date)) {
      seen.add(date)
      return []
    }
    const field = kind === 'holiday' ? 'holidays' : 'makeUpDays'
    return [{ field, problem: 'named-twice', line: `${date} ${name}` } as const]
  })
}
