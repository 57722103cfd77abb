import { and, eq, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { applications, deadlines } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { notifyStaff, toldSince } from '@/lib/notifications'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import { holdCalendar } from '../hold-calendar'
import { shanghaiDayOf, shanghaiInstant } from '../rules'
import { type Colleagues, colleaguesOfOffices, type Member } from './colleagues'
import { dueSoonEnough } from './remind-through'

/**
 * The escalations of an office's clocks: a decision's when it turns amber, turns red and has run out; a complaint's
 * when it turns amber and red, since one that has run out goes to the county by itself.
 */
export type Escalation = 'amber' | 'red' | 'lapsed' | 'complaint-amber' | 'complaint-red'

type Step = {
  kind: 'office-must-decide' | 'complaint-answer'
  template: 'deadline-amber' | 'deadline-red' | 'deadline-lapsed-county' | 'complaint-amber' | 'complaint-red'
  /** Where the reader finds the cases. */
  link: string
  mark: 'remindedAmberAt' | 'remindedRedAt' | 'remindedCountyAt'
  which: (transaction: Transaction) => Promise<SQL | undefined>
  whom: (clock: ClockToTell, colleagues: Colleagues) => Member[]
}

type ClockToTell = {
  id: string
  officeCode: string
  responsibleId: string | null
  /** Who had a hand in the case that somebody complains of, and does not answer. */
  handledBy: string[]
}

const steps: Record<Escalation, Step> = {
  amber: {
    kind: 'office-must-decide',
    template: 'deadline-amber',
    link: '/staff',
    mark: 'remindedAmberAt',
    which: transaction => runningAndSoon(transaction, { workingDaysBefore: 1 }),
    whom: responsibleOrAllOfficers,
  },
  red: {
    kind: 'office-must-decide',
    template: 'deadline-red',
    link: '/staff/supervision',
    mark: 'remindedRedAt',
    which: transaction => runningAndSoon(transaction, { workingDaysBefore: 0 }),
    whom: ({ officeCode }, colleagues) => colleagues.of(officeCode, 'supervisor'),
  },
  lapsed: {
    kind: 'office-must-decide',
    template: 'deadline-lapsed-county',
    link: '/staff/supervision/records',
    mark: 'remindedCountyAt',
    which: async () => eq(deadlines.state, 'lapsed'),
    whom: ({ officeCode }, colleagues) => colleagues.of(officeCode, 'county'),
  },
  'complaint-amber': {
    kind: 'complaint-answer',
    template: 'complaint-amber',
    link: '/staff/supervision#complaints',
    mark: 'remindedAmberAt',
    which: transaction => runningAndSoon(transaction, { workingDaysBefore: 1 }),
    whom: whoeverAnswers,
  },
  'complaint-red': {
    kind: 'complaint-answer',
    template: 'complaint-red',
    link: '/staff/supervision#complaints',
    mark: 'remindedRedAt',
    which: transaction => runningAndSoon(transaction, { workingDaysBefore: 0 }),
    whom: whoeverAnswers,
  },
}

/**
 * Takes one step of escalation for every clock of an office whose time for it has come: a digest to each
 * person, at most one a day of a kind, so that nobody stops reading. Clocks whose every reader had today's
 * digest already wait for tomorrow's. Marks and messages are kept together or not at all, and two workers
 * never take the same step at once: each escalation happens exactly once, whatever crashes.
 *
 * @returns how many clocks were escalated, and how many people were told
 */
export async function remindStaff(
  { escalation }: { escalation: Escalation },
  { db }: { db: Database },
): Promise<{ clocks: number; people: number }> {
  const step = steps[escalation]
  return db.transaction(async transaction => {
    await holdCalendar(transaction)
    if (!(await isAlone(transaction, escalation))) return { clocks: 0, people: 0 }
    const clocks = await clocksToTell(transaction, step)
    if (clocks.length === 0) return { clocks: 0, people: 0 }
    const told = await toldSince(transaction, {
      template: step.template,
      since: await startOfToday(transaction),
      whom: 'staff',
    })
    const digest = digestOf({ clocks, step, colleagues: await colleaguesOfOffices(transaction), told })
    const marked = await markEscalated(transaction, { ids: digest.clockIds, mark: step.mark })
    for (const { member, count } of digest.people) {
      const values = { count: String(count), link: step.link }
      await notifyStaff(transaction, { member, template: step.template, values })
    }
    return { clocks: marked, people: digest.people.length }
  })
}

/** By the first contact or whoever holds the case; where nobody does, it concerns all officers (首问负责). */
function responsibleOrAllOfficers(
  { officeCode, responsibleId }: ClockToTell,
  colleagues: Colleagues,
): Member[] {
  const officers = colleagues.of(officeCode, 'officer')
  const everybody = [...officers, ...colleagues.of(officeCode, 'supervisor')]
  const responsible = everybody.filter(({ id }) => id === responsibleId)
  if (responsible.length > 0) return responsible
  return officers.length > 0 ? officers : everybody
}

/** A supervisor without a hand in the case; where the office has none, its county. */
function whoeverAnswers({ officeCode, handledBy }: ClockToTell, colleagues: Colleagues): Member[] {
  const others = colleagues.of(officeCode, 'supervisor').filter(({ id }) => !handledBy.includes(id))
  return others.length > 0 ? others : colleagues.of(officeCode, 'county')
}

async function runningAndSoon(
  transaction: Transaction,
  { workingDaysBefore }: { workingDaysBefore: number },
): Promise<SQL | undefined> {
  const isSoon = await dueSoonEnough(transaction, { workingDaysBefore })
  return and(eq(deadlines.state, 'running'), gte(deadlines.dueAt, serviceNowSql), isSoon)
}

async function clocksToTell(transaction: Transaction, { kind, mark, which }: Step): Promise<ClockToTell[]> {
  const nobody = sql<string[]>`'{}'::uuid[]`
  const handlers = sql<
    string[]
  >`array(select s.id from staff s where complaint_is_about(s.id, ${applications.id}))`
  return transaction
    .select({
      id: deadlines.id,
      officeCode: deadlines.officeCode,
      responsibleId: sql<
        string | null
      >`coalesce(${applications.claimedById}, ${applications.firstContactId})`,
      handledBy: kind === 'complaint-answer' ? handlers : nobody,
    })
    .from(deadlines)
    .innerJoin(applications, eq(applications.id, deadlines.applicationId))
    .where(and(eq(deadlines.kind, kind), isNull(deadlines[mark]), await which(transaction)))
}

/** Who is told of how many, and which clocks that covers. */
function digestOf({
  clocks,
  step,
  colleagues,
  told,
}: {
  clocks: ClockToTell[]
  step: Step
  colleagues: Colleagues
  told: Set<string>
}): { clockIds: string[]; people: { member: Member; count: number }[] } {
  const people = new Map<string, { member: Member; count: number }>()
  const clockIds: string[] = []
  for (const clock of clocks) {
    const reachable = step.whom(clock, colleagues).filter(({ email }) => email !== null)
    const toTell = reachable.filter(({ id }) => !told.has(id))
    if (reachable.length > 0 && toTell.length === 0) continue
    clockIds.push(clock.id)
    for (const member of toTell) {
      people.set(member.id, { member, count: (people.get(member.id)?.count ?? 0) + 1 })
    }
  }
  return { clockIds, people: [...people.values()] }
}

async function markEscalated(
  transaction: Transaction,
  { ids, mark }: { ids: string[]; mark: Step['mark'] },
): Promise<number> {
  if (ids.length === 0) return 0
  const marked = await transaction
    .update(deadlines)
    .set({ [mark]: serviceNowSql })
    .where(and(inArray(deadlines.id, ids), isNull(deadlines[mark])))
    .returning({ id: deadlines.id })
  return marked.length
}

async function isAlone(transaction: Transaction, escalation: string): Promise<boolean> {
  const [row] = await transaction.execute<{ alone: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`remind ${escalation}`}, 0)) as alone`,
  )
  return row?.alone === true
}

async function startOfToday(transaction: Transaction): Promise<Date> {
  return shanghaiInstant({ date: shanghaiDayOf(await serviceNow(transaction)), time: '00:00' })
}
