import { and, desc, eq } from 'drizzle-orm'
import { auditEvents, counties, offices, staff } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

type Named = { name: string; nameEnglish: string }

/** A look at a case, and for which body: the office that had the case then, or the county supervision above it. */
export type View = {
  at: Date
  staffName: string
  office: Named | null
  /** The county for whose supervision the person looked, who belongs to no office. */
  county: Named | null
  purpose: string | null
}

/** Who looked at an application, newest first: shown to the applicant in full (个人信息保护法 art. 44–45). */
export async function viewsOfApplication(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<View[]> {
  const rows = await db
    .select({
      at: auditEvents.at,
      staffName: staff.name,
      role: staff.role,
      office: { name: offices.name, nameEnglish: offices.nameEnglish },
      county: { name: counties.name, nameEnglish: counties.nameEnglish },
      purpose: auditEvents.purpose,
    })
    .from(auditEvents)
    .innerJoin(staff, eq(staff.id, auditEvents.staffId))
    .leftJoin(offices, eq(offices.code, auditEvents.officeCode))
    .leftJoin(counties, eq(counties.code, offices.countyCode))
    .where(and(eq(auditEvents.applicationId, applicationId), eq(auditEvents.action, 'case-viewed')))
    .orderBy(desc(auditEvents.id))
    .limit(200)
  return rows.map(({ role, county, ...view }) => ({ ...view, county: role === 'county' ? county : null }))
}
