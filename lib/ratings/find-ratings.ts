import { and, asc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { applications, offices, ratings } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import type { Rating } from './may-answer'
import type { RatingStep } from './steps'

/** A quarter of a year: long enough to mean something, short enough that better work shows. */
const daysCounted = 90
const mostShown = 100

/** The rating of a case; whether the reader may know it is the caller's question. */
export async function ratingOfCase(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<Rating | null> {
  const [rating] = await db.select().from(ratings).where(eq(ratings.applicationId, applicationId))
  return rating ?? null
}

function ofOffices({ officeCodes }: StaffViewer): SQL {
  return sql`${ratings.officeCode} = any(${sql.param(officeCodes)}::text[])`
}

export type RatingToAnswer = { reference: string; step: number; ratedAt: Date; answerBy: Date }

/** The low ratings that wait, the oldest first: all of them for a supervisor, the late ones for the county. */
export async function ratingsToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<RatingToAnswer[]> {
  const rows = await db
    .select({
      reference: applications.reference,
      step: ratings.step,
      ratedAt: ratings.ratedAt,
      answerBy: ratings.answerBy,
    })
    .from(ratings)
    .innerJoin(applications, eq(applications.id, ratings.applicationId))
    .where(
      and(
        ofOffices(viewer),
        isNotNull(ratings.answerBy),
        isNull(ratings.answeredAt),
        viewer.role === 'county' ? lt(ratings.answerBy, serviceNow) : undefined,
      ),
    )
    .orderBy(asc(ratings.answerBy), asc(applications.reference))
    .limit(mostShown)
  return rows.flatMap(({ reference, answerBy, ...row }) =>
    reference && answerBy ? [{ ...row, reference, answerBy }] : [],
  )
}

export type RatingFigures = {
  officeCode: string
  office: { name: string; nameEnglish: string }
  steps: Record<RatingStep, number>
}

/** How often each step was given in the last ninety days, an office; no names and no words. */
export async function ratingFigures(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<RatingFigures[]> {
  const given = (step: RatingStep) => sql<number>`(count(*) filter (where ${ratings.step} = ${step}))::int`
  const rows = await db
    .select({
      officeCode: offices.code,
      name: offices.name,
      nameEnglish: offices.nameEnglish,
      steps: { 5: given(5), 4: given(4), 3: given(3), 2: given(2), 1: given(1) },
    })
    .from(ratings)
    .innerJoin(offices, eq(offices.code, ratings.officeCode))
    .where(
      and(
        ofOffices(viewer),
        gte(ratings.ratedAt, sql`service_now() - make_interval(days => ${daysCounted})`),
      ),
    )
    .groupBy(offices.code)
    .orderBy(asc(offices.code))
  return rows.map(({ officeCode, name, nameEnglish, steps }) => ({
    officeCode,
    office: { name, nameEnglish },
    steps,
  }))
}
