import { type ListPosition, type SupervisedList, supervisedLists } from '@/lib/supervision'
import { oneOf } from '../../_parts/addresses'

type Asked = Record<string, string | string[] | undefined>

export type ListQuery = { list: SupervisedList; staffNumber: string | null; after: ListPosition | null }

/** The address of the cases behind a figure: of all, of one person, or of nobody. */
export function casesAddress({
  list,
  staffNumber,
  after,
}: {
  list: SupervisedList
  staffNumber?: string | null
  after?: ListPosition | null
}): string {
  const query = new URLSearchParams({
    list,
    ...(staffNumber && { of: staffNumber }),
    ...(after && { after: writePosition(after) }),
  })
  return `/staff/supervision/cases?${query}`
}

/** Reads such an address; what is not understood is as if not said. */
export function readListQuery(asked: Asked): ListQuery {
  const of = asked.of
  return {
    list: oneOf(supervisedLists, asked.list) ?? 'open',
    staffNumber: typeof of === 'string' && /^[\w-]{1,60}$/.test(of) ? of : null,
    after: readPosition(asked.after),
  }
}

/** The supervision records, open or closed, from a position on. */
export function recordsAddress({
  isClosed = false,
  after,
}: {
  isClosed?: boolean
  after?: ListPosition | null
} = {}): string {
  const query = new URLSearchParams({
    ...(isClosed && { state: 'closed' }),
    ...(after && { after: writePosition(after) }),
  })
  return query.size > 0 ? `/staff/supervision/records?${query}` : '/staff/supervision/records'
}

export function recordAddress({ reference, done }: { reference: string; done?: 'closed' }): string {
  return `/staff/supervision/records/${encodeURIComponent(reference)}${done ? `?done=${done}` : ''}`
}

export function reassignAddress({ reference }: { reference: string }): string {
  return `/staff/supervision/reassign/${encodeURIComponent(reference)}`
}

function writePosition({ at, reference }: ListPosition): string {
  return `${at.toISOString()}_${reference}`
}

export function readPosition(asked: string | string[] | undefined): ListPosition | null {
  if (typeof asked !== 'string' || asked.length > 80) return null
  const [moment = '', reference = ''] = asked.split('_')
  const isInstant = /^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/.test(moment)
  const at = new Date(isInstant ? moment : Number.NaN)
  if (Number.isNaN(at.getTime()) || !/^[\w-]{1,40}$/.test(reference)) return null
  return { at, reference }
}
