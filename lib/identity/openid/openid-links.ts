import { and, eq } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { openidLinks } from '@/db/schema'
import { notifyAccount } from '@/lib/notifications'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { ResidentViewer } from '../sessions'
import type { OpenidIdentity } from './ask-provider'

/** Why a link could not be made: this identity opens another account, or this account has another identity. */
export type LinkFailure = 'opens-another-account' | 'has-another-link'

/** What is kept of somebody's identity: whose word it is, and a keyed digest of their name there. */
export function keptOf({ issuer, subject }: OpenidIdentity): { issuer: string; subjectLookup: string } {
  return { issuer, subjectLookup: personalLookup({ kind: 'openid-subject', value: `${issuer}\0${subject}` }) }
}

/** Makes the link, never in place of another; making it again changes nothing. */
export async function makeLink(
  transaction: Transaction,
  { residentId, identity }: { residentId: string; identity: OpenidIdentity },
): Promise<Result<null, LinkFailure>> {
  const kept = keptOf(identity)
  const made = await transaction
    .insert(openidLinks)
    .values({ ...kept, residentId })
    .onConflictDoNothing()
    .returning({ residentId: openidLinks.residentId })
  if (made.length === 1) {
    await notifyAccount(transaction, { residentId, template: 'openid-linked', link: '/account' })
    return done(null)
  }
  const owner = await residentOfLink(transaction, { identity })
  if (owner === residentId) return done(null)
  return failed(owner ? 'opens-another-account' : 'has-another-link')
}

/** Whose account an identity opens, if it is linked to one. */
export async function residentOfLink(
  db: Queryable,
  { identity }: { identity: OpenidIdentity },
): Promise<string | null> {
  const { issuer, subjectLookup } = keptOf(identity)
  const [link] = await db
    .select({ residentId: openidLinks.residentId })
    .from(openidLinks)
    .where(and(eq(openidLinks.issuer, issuer), eq(openidLinks.subjectLookup, subjectLookup)))
  return link?.residentId ?? null
}

/** Links the account of a resident who is signed in to the identity with which they just came back. */
export async function linkOwnAccount(
  { viewer, identity }: { viewer: ResidentViewer; identity: OpenidIdentity },
  { db }: { db: Database },
): Promise<Result<null, LinkFailure | 'not-while-assisted'>> {
  if (viewer.assistedBy) return failed('not-while-assisted')
  return db.transaction(transaction => makeLink(transaction, { residentId: viewer.residentId, identity }))
}

/** Since when a resident's account is linked to a provider, also one that is configured no longer; null when it is not. */
export async function linkedSince(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<Date | null> {
  const [link] = await db
    .select({ linkedAt: openidLinks.linkedAt })
    .from(openidLinks)
    .where(eq(openidLinks.residentId, viewer.residentId))
  return link?.linkedAt ?? null
}

/** Takes a resident's link away; the phone alone opens the account then. Taking it away again changes nothing. */
export async function unlinkOwnAccount(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<void> {
  await db.delete(openidLinks).where(eq(openidLinks.residentId, viewer.residentId))
}
