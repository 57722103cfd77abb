import { readReference } from '@/lib/applications'
import { isLoggedAction, type LogFilter, type LogPosition } from '@/lib/audit'
import { type CivilDate, isCivilDate } from '@/lib/platform/civil-date'
import { foldWidth } from '@/lib/platform/typed-text'
import { auditPages, newExportPage } from '../_room/addresses'

/** What was asked for in the address: the filter, what was typed, and which fields could not be understood. */
export type LogQuery = {
  filter: LogFilter
  typed: Record<LogField, string>
  wrong: LogField[]
  after: LogPosition | null
}

export const logFields = ['reference', 'staffNumber', 'action', 'from', 'until'] as const
export type LogField = (typeof logFields)[number]

/** Everything. */
export const noFilter: LogFilter = {
  reference: null,
  staffNumber: null,
  action: null,
  from: null,
  until: null,
}

type Asked = Record<string, string | string[] | undefined>

/** Reads the auditor's search; a field that is not understood filters nothing and is named in `wrong`. */
export function readLogQuery(asked: Asked): LogQuery {
  const typed = {
    reference: textOf(asked.reference),
    staffNumber: textOf(asked.staffNumber),
    action: textOf(asked.action),
    from: textOf(asked.from),
    until: textOf(asked.until),
  }
  const reference = readReference(typed.reference)
  // As numbers are given: whoever types hs101, or with a Chinese keyboard, means HS101.
  const staffNumber = foldWidth(typed.staffNumber).trim().toUpperCase()
  const filter = {
    reference: reference.ok ? reference.value : null,
    staffNumber: /^[\w-]{1,60}$/.test(staffNumber) ? staffNumber : null,
    action: isLoggedAction(typed.action) ? typed.action : null,
    from: dateOf(typed.from),
    until: dateOf(typed.until),
  }
  const wrong = logFields.filter(field => typed[field] !== '' && filter[field] === null)
  const after = readPosition(textOf(asked.after))
  if (filter.from && filter.until && filter.until < filter.from) {
    return { filter: { ...filter, until: null }, typed, wrong: [...wrong, 'until'], after }
  }
  return { filter, typed, wrong, after }
}

/** The address of the search, of its export, or of a further page. */
export function logAddress({
  filter,
  after,
  toExport = false,
}: {
  filter: LogFilter
  after?: LogPosition
  toExport?: boolean
}): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null)
  const parameters = new URLSearchParams(given)
  if (after) parameters.set('after', `${after.micros}_${after.log}_${after.id}`)
  const path = toExport ? newExportPage : auditPages.log
  return parameters.size > 0 ? `${path}?${parameters}` : path
}

function textOf(asked: string | string[] | undefined): string {
  return typeof asked === 'string' ? asked.slice(0, 100).trim() : ''
}

/** A day of this service's time; a slip of the keyboard such as the year 20026 is none. */
function dateOf(typed: string): CivilDate | null {
  return isCivilDate(typed) && typed >= '2015-01-01' && typed <= '2100-12-31' ? typed : null
}

function readPosition(text: string): LogPosition | null {
  const groups = /^(\d{1,16})_(audit_events|application_events)_(\d{1,18})$/.exec(text)
  const [, micros, log, id] = groups ?? []
  if (!micros || !id || (log !== 'audit_events' && log !== 'application_events')) return null
  return { micros, log, id }
}
