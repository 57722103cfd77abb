import { desc, gte, sql } from 'drizzle-orm'
import { correctionNotices } from '@/db/schema'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { type CorrectableField, correctableFields } from './correctable-fields'
import type { CompleteApplication } from './form'

/** A fact that notices often ask about, and in how many of ten of them. */
export type FrequentCorrection = { field: CorrectableField; ofTen: number }

/** Fewer notices than these say nothing about what people often get wrong. */
const FEWEST_NOTICES = 10
/** The newest notices say enough, and each has to be unsealed to be read. */
const MOST_NOTICES_READ = 500
const MOST_NAMED = 3
const DAYS = 90

/** What at least two of ten notices asked about, most frequent first; nothing while there are too few of them. */
export function mostFrequent(
  notices: readonly { items: readonly { field: string }[] }[],
): FrequentCorrection[] {
  if (notices.length < FEWEST_NOTICES) return []
  return correctableFields
    .map(field => {
      const asking = notices.filter(({ items }) => items.some(item => item.field === field))
      return { field, share: asking.length / notices.length }
    })
    .filter(({ share }) => share >= 0.2)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST_NAMED)
    .map(({ field, share }) => ({ field, ofTen: Math.round(share * 10) }))
}

/** What the correction notices of the last 90 days asked about most: which facts, and nothing of anybody's case. */
export async function frequentCorrections(db: Queryable): Promise<FrequentCorrection[]> {
  const now = await serviceNow(db)
  const notices = await db
    .select({ items: correctionNotices.items })
    .from(correctionNotices)
    .where(
      gte(correctionNotices.sentAt, sql`${now.toISOString()}::timestamptz - make_interval(days => ${DAYS})`),
    )
    .orderBy(desc(correctionNotices.sentAt))
    .limit(MOST_NOTICES_READ)
  return mostFrequent(notices)
}

/** What an application says only if there is such a person or paper. */
type DeclaredWhereThereIsOne = Pick<
  CompleteApplication,
  'otherParent' | 'childBirthDate' | 'birthCertificateNumber'
>

/** Of these, the ones about a fact that this application declares. */
export function forThisApplication(
  frequent: readonly FrequentCorrection[],
  { otherParent, childBirthDate, birthCertificateNumber }: DeclaredWhereThereIsOne,
): FrequentCorrection[] {
  const declared: Partial<Record<CorrectableField, boolean>> = {
    'other-parent-name': otherParent !== null,
    'other-parent-document': otherParent !== null,
    'child-birth-date': childBirthDate !== null,
    'birth-certificate-number': birthCertificateNumber !== null,
  }
  return frequent.filter(({ field }) => declared[field] ?? true)
}
