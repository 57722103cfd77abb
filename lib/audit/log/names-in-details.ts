import { asc, inArray } from 'drizzle-orm'
import { offices, rejectionReasons } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { LogEntry } from './search-log'

/** What the codes in the details of some entries are called. */
export type NamesInDetails = {
  offices: ReadonlyMap<string, { name: string; nameEnglish: string }>
  reasons: ReadonlyMap<string, { title: string; titleEnglish: string }>
}

/** The names of the offices and reasons that these entries speak of by their codes. */
export async function namesInDetails(
  db: Queryable,
  { entries }: { entries: readonly LogEntry[] },
): Promise<NamesInDetails> {
  const texts = entries.flatMap(({ details }) =>
    Object.values(details).flatMap(value => (typeof value === 'string' ? value.split(' ') : [])),
  )
  const codes = [...new Set(texts)].filter(text => text.length <= 60)
  if (codes.length === 0) return { offices: new Map(), reasons: new Map() }
  const [places, reasons] = await Promise.all([
    db
      .select({ code: offices.code, name: offices.name, nameEnglish: offices.nameEnglish })
      .from(offices)
      .where(inArray(offices.code, codes)),
    db
      .select({
        code: rejectionReasons.code,
        title: rejectionReasons.title,
        titleEnglish: rejectionReasons.titleEnglish,
      })
      .from(rejectionReasons)
      .where(inArray(rejectionReasons.code, codes))
      .orderBy(asc(rejectionReasons.version)),
  ])
  return {
    offices: new Map(places.map(({ code, ...office }) => [code, office])),
    reasons: new Map(reasons.map(({ code, ...reason }) => [code, reason])),
  }
}
