import { and, count, desc, eq, isNotNull } from 'drizzle-orm'
import { applicationParties, applications, residents } from '@/db/schema'
import type { DraftAnswers } from '@/db/schema/applications'
import type { ResidentViewer } from '@/lib/identity'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { isOwn } from '../is-own'
import { answersOfApplication } from './answers-of-application'
import { MOST_DRAFTS } from './draft'

/**
 * Starts a draft. Whoever applied before finds filled in what seldom changes: who they are and where; a proxy
 * applies for somebody else each time, so only their own name stays.
 */
export async function startDraft(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<{ draftId: string }, 'too-many-drafts'>> {
  return db.transaction(async transaction =>
    keepDraft(transaction, {
      viewer,
      answers: await answersFromLastTime(transaction, { viewer }),
      madeFrom: null,
    }),
  )
}

/**
 * Makes a draft of an application that ended without a registration, with one click and nothing lost. A second
 * click leads to the same draft.
 */
export async function draftFrom(
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<{ draftId: string }, 'case-not-found' | 'not-ended' | 'too-many-drafts'>> {
  return db.transaction(async transaction => {
    const [application] = await transaction
      .select()
      .from(applications)
      .where(and(eq(applications.reference, reference), isOwn(viewer)))
    if (!application) return failed('case-not-found')
    if (!['closed', 'withdrawn', 'rejected'].includes(application.status)) return failed('not-ended')
    const answers = await answersOf(transaction, application)
    if (application.residentId !== viewer.residentId) {
      // The person for whom a proxy sent it applies for themselves.
      answers['who-applies'] = { who: 'self' }
      delete answers.proxy
    }
    return keepDraft(transaction, { viewer, answers, madeFrom: application.id })
  })
}

/** Keeps a draft, one resident at a time, so that two clicks at once make no more than may be. */
async function keepDraft(
  transaction: Transaction,
  {
    viewer: { residentId },
    answers,
    madeFrom,
  }: { viewer: ResidentViewer; answers: DraftAnswers; madeFrom: string | null },
): Promise<Result<{ draftId: string }, 'too-many-drafts'>> {
  await transaction
    .select({ id: residents.id })
    .from(residents)
    .where(eq(residents.id, residentId))
    .for('no key update')
  const drafts = and(eq(applications.residentId, residentId), eq(applications.status, 'draft'))
  if (madeFrom !== null) {
    const [same] = await transaction
      .select({ id: applications.id })
      .from(applications)
      .where(and(drafts, eq(applications.madeFrom, madeFrom)))
    if (same) return done({ draftId: same.id })
  }
  const [counted] = await transaction.select({ drafts: count() }).from(applications).where(drafts)
  if ((counted?.drafts ?? 0) >= MOST_DRAFTS) return failed('too-many-drafts', { most: MOST_DRAFTS })
  const [draft] = await transaction
    .insert(applications)
    .values({ residentId, draftAnswers: answers, madeFrom })
    .returning({ id: applications.id })
  if (!draft) throw new Error('the draft was not kept')
  return done({ draftId: draft.id })
}

async function answersFromLastTime(
  transaction: Transaction,
  { viewer: { residentId } }: { viewer: ResidentViewer },
): Promise<DraftAnswers> {
  const [last] = await transaction
    .select()
    .from(applications)
    .where(and(eq(applications.residentId, residentId), isNotNull(applications.acceptedAt)))
    .orderBy(desc(applications.acceptedAt))
    .limit(1)
  if (!last) return {}
  const answers = await answersOf(transaction, last)
  const stays = last.appliedBy === 'self' ? ['who-applies', 'applicant', 'address'] : ['who-applies', 'proxy']
  // The next applicant has a phone, and gives a mandate, of their own.
  if (answers.proxy) answers.proxy = { name: answers.proxy.name ?? '' }
  return Object.fromEntries(Object.entries(answers).filter(([question]) => stays.includes(question)))
}

async function answersOf(
  transaction: Transaction,
  application: typeof applications.$inferSelect,
): Promise<DraftAnswers> {
  const parties = await transaction
    .select()
    .from(applicationParties)
    .where(eq(applicationParties.applicationId, application.id))
  return answersOfApplication({ application, parties })
}
