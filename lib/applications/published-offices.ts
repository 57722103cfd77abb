import { asc, eq, sql } from 'drizzle-orm'
import { counties, offices } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

export type PublishedOffice = typeof offices.$inferSelect & {
  countyName: string
  countyNameEnglish: string
  /** Whether anybody works there yet; an office without staff cannot take applications. */
  isOpen: boolean
}

/** Every office of the city with its county, in the order of the official codes. */
export async function publishedOffices(db: Queryable): Promise<PublishedOffice[]> {
  const rows = await db
    .select({
      office: offices,
      countyName: counties.name,
      countyNameEnglish: counties.nameEnglish,
      isOpen: sql<boolean>`exists (select from staff_offices o join staff s on s.id = o.staff_id
        where o.office_code = ${offices.code} and s.active and s.role in ('officer', 'supervisor'))`,
    })
    .from(offices)
    .innerJoin(counties, eq(counties.code, offices.countyCode))
    .orderBy(asc(offices.code))
  return rows.map(({ office, ...county }) => ({ ...office, ...county }))
}

/** The same offices, a list a county, in their order. */
export function byCounty(offices: PublishedOffice[]): PublishedOffice[][] {
  const counties = new Map<string, PublishedOffice[]>()
  for (const office of offices) {
    counties.set(office.countyCode, [...(counties.get(office.countyCode) ?? []), office])
  }
  return [...counties.values()]
}
