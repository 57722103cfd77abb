import { readReference } from '@/lib/applications'
import type { QueuePosition } from '@/lib/supervision'
import { type DoneInQueue, doneInQueue, oneOf } from '../_parts/addresses'

export type QueueQuery = {
  waitsFor: 'office' | 'applicant' | null
  held: 'mine' | 'free' | null
  forSupervisor: boolean
  dueToday: boolean
  after: QueuePosition | null
  /** References that a search found, to be listed above the queue. */
  found: string[]
  done: DoneInQueue | null
}

type Asked = Record<string, string | string[] | undefined>

/** Reads the queue's filters and page from the address; what is not understood is as if not said. */
export function readQueueQuery(asked: Asked): QueueQuery {
  return {
    waitsFor: oneOf(['office', 'applicant'], asked.waitsFor),
    held: oneOf(['mine', 'free'], asked.held),
    forSupervisor: asked.forSupervisor === 'yes',
    dueToday: asked.due === 'today',
    after: readPosition(asked.after),
    found: typeof asked.found === 'string' ? readReferences(asked.found) : [],
    done: oneOf(doneInQueue, asked.done),
  }
}

/** The queue's address with these filters; a change of filters begins at the first page. */
export function queueAddress(query: Partial<QueueQuery>): string {
  const { waitsFor, held, forSupervisor, dueToday, after, found, done } = query
  const parameters = new URLSearchParams({
    ...(waitsFor && { waitsFor }),
    ...(held && { held }),
    ...(forSupervisor && { forSupervisor: 'yes' }),
    ...(dueToday && { due: 'today' }),
    ...(after && { after: `${after.dueAt.toISOString()}_${after.reference}` }),
    ...(found && found.length > 0 && { found: found.join(',') }),
    ...(done && { done }),
  })
  return parameters.size > 0 ? `/staff?${parameters}` : '/staff'
}

function readReferences(asked: string): string[] {
  const references = asked.slice(0, 800).split(',').slice(0, 20).map(readReference)
  return references.flatMap(reference => (reference.ok ? [reference.value] : []))
}

function readPosition(asked: string | string[] | undefined): QueuePosition | null {
  if (typeof asked !== 'string' || asked.length > 80) return null
  const [due = '', reference = ''] = asked.split('_')
  const isInstant = /^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/.test(due)
  const dueAt = new Date(isInstant ? due : Number.NaN)
  if (Number.isNaN(dueAt.getTime()) || !/^[\w-]{1,40}$/.test(reference)) return null
  return { dueAt, reference }
}
