import { and, eq, isNotNull, or, sql } from 'drizzle-orm'
import { residents } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type Language, languageOf } from './templates'

export type Preferences = {
  language: Language
  smsFor: 'everything' | 'needed'
  emailFor: 'everything' | 'nothing'
  email: string | null
}

/** On which ways and in which language a resident wants their messages. */
export async function preferencesOf(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<Preferences> {
  const [row] = await db.select().from(residents).where(eq(residents.id, viewer.residentId))
  if (!row) throw new Error('a viewer has their record')
  const { language, smsFor, emailFor, email } = row
  return { language: languageOf(language), smsFor, emailFor, email }
}

/** Keeps what a resident chose. Messages by e-mail need an address that was confirmed. */
export async function keepPreferences(
  { viewer, language, smsFor, emailFor }: Omit<Preferences, 'email'> & { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<Result<null, 'no-email'>> {
  const kept = await db
    .update(residents)
    .set({ language, smsFor, emailFor })
    .where(
      and(
        eq(residents.id, viewer.residentId),
        or(sql`${emailFor}::text = 'nothing'`, isNotNull(residents.email)),
      ),
    )
    .returning({ id: residents.id })
  return kept.length === 1 ? done(null) : failed('no-email')
}
