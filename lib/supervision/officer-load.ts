import { and, asc, count, eq, gte, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { applications, deadlines, decisions, staff, staffOffices } from '@/db/schema'
import type { StaffRole, StaffViewer } from '@/lib/identity'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { startOfMonth } from './start-of-month'
import { isOneOf, lapsedClocks, openClocks, responsibleId } from './supervised-clocks'
import { wholePercent } from './whole-percent'

/** What one person has in hand and has done this month; without a person: what nobody has taken. */
export type Load = {
  person: { staffNumber: string; name: string; role: StaffRole; active: boolean } | null
  open: number
  decided: number
  lapsed: number
}

/**
 * The load of the people of the viewer's offices. Nobody can decide late, since a clock that runs out decides
 * by itself; so the share on time is what was decided of all that was decided or lapsed in somebody's hands.
 */
export async function officerLoad(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<Load[]> {
  const since = startOfMonth(await serviceNow(db))
  const [people, open, lapsed, decided] = await Promise.all([
    peopleOfOffices(db, viewer),
    clocksByPerson(db, openClocks({ viewer })),
    clocksByPerson(db, lapsedClocks({ viewer, since })),
    decisionsByPerson(db, { viewer, since }),
  ])
  const loads = people.map(({ id, ...person }) => ({
    person,
    open: open.get(id) ?? 0,
    decided: decided.get(id) ?? 0,
    lapsed: lapsed.get(id) ?? 0,
  }))
  const nobody = { person: null, open: open.get(null) ?? 0, decided: 0, lapsed: lapsed.get(null) ?? 0 }
  const working = loads.filter(load => load.person.active || load.open + load.decided + load.lapsed > 0)
  return nobody.open + nobody.lapsed > 0 ? [...working, nobody] : working
}

/** The share of cases decided in time, in whole percent; null for none. */
export function shareOnTime({ decided, lapsed }: { decided: number; lapsed: number }): number | null {
  return wholePercent({ part: decided, whole: decided + lapsed })
}

/** The share on time of the viewer's offices this month, whoever decided; null while nothing was decided. */
export async function onTimeThisMonth(
  { viewer, now }: { viewer: StaffViewer; now: Date },
  { db }: { db: Queryable },
): Promise<number | null> {
  const since = startOfMonth(now)
  const [decided, lapsed] = await Promise.all([
    decisionsByPerson(db, { viewer, since }),
    clocksByPerson(db, lapsedClocks({ viewer, since })),
  ])
  const sum = (cases: Map<string | null, number>) => [...cases.values()].reduce((all, one) => all + one, 0)
  return shareOnTime({ decided: sum(decided), lapsed: sum(lapsed) })
}

async function peopleOfOffices(db: Queryable, viewer: StaffViewer) {
  return db
    .selectDistinct({
      id: staff.id,
      staffNumber: staff.staffNumber,
      name: staff.name,
      role: staff.role,
      active: staff.active,
    })
    .from(staff)
    .innerJoin(staffOffices, eq(staffOffices.staffId, staff.id))
    .where(
      and(
        inArray(staff.role, ['officer', 'supervisor']),
        isOneOf(sql`${staffOffices.officeCode}`, viewer.officeCodes),
      ),
    )
    .orderBy(asc(staff.staffNumber))
}

async function clocksByPerson(db: Queryable, which: SQL | undefined): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ id: responsibleId, cases: count() })
    .from(deadlines)
    .innerJoin(applications, eq(applications.id, deadlines.applicationId))
    .where(which)
    .groupBy(responsibleId)
  return new Map(rows.map(({ id, cases }) => [id, cases]))
}

async function decisionsByPerson(
  db: Queryable,
  { viewer, since }: { viewer: StaffViewer; since: Date },
): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ id: decisions.decidedById, cases: count() })
    .from(decisions)
    .where(
      and(
        isOneOf(sql`${decisions.officeCode}`, viewer.officeCodes),
        gte(decisions.decidedAt, since),
        isNotNull(decisions.decidedById),
      ),
    )
    .groupBy(decisions.decidedById)
  return new Map(rows.map(({ id, cases }) => [id, cases]))
}
