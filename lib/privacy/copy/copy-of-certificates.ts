import { asc, eq } from 'drizzle-orm'
import { certificates, printCodes, revocationHearings, verifications } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

/** Every certificate of a case: what it says, when it was verified and what for, printed by code, and heard about. */
export async function copyOfCertificates(db: Queryable, { applicationId }: { applicationId: string }) {
  const rows = await db
    .select()
    .from(certificates)
    .where(eq(certificates.applicationId, applicationId))
    .orderBy(asc(certificates.version))
  return Promise.all(
    rows.map(async row => ({
      number: row.number,
      identifier: row.identifier,
      version: row.version,
      certificateStatus: row.status,
      statusSince: row.statusSince,
      issuedOn: row.issuedOn,
      office: row.officeName,
      holders: row.holders,
      verificationLink: row.verificationLink,
      verifications: await verificationsOf(db, row.id),
      printCodes: await printCodesOf(db, row.id),
      hearings: await hearingsOf(db, row.id),
    })),
  )
}

function verificationsOf(db: Queryable, certificateId: string) {
  return db
    .select({ at: verifications.at, channel: verifications.channel, purpose: verifications.purpose })
    .from(verifications)
    .where(eq(verifications.certificateId, certificateId))
    .orderBy(asc(verifications.id))
}

function printCodesOf(db: Queryable, certificateId: string) {
  return db
    .select({ madeAt: printCodes.madeAt, expiresAt: printCodes.expiresAt, usedAt: printCodes.usedAt })
    .from(printCodes)
    .where(eq(printCodes.certificateId, certificateId))
    .orderBy(asc(printCodes.madeAt))
}

function hearingsOf(db: Queryable, certificateId: string) {
  return db
    .select({
      openedAt: revocationHearings.openedAt,
      reason: revocationHearings.reason,
      answerUntil: revocationHearings.answerUntil,
      answer: revocationHearings.answer,
      answeredAt: revocationHearings.answeredAt,
      outcome: revocationHearings.outcome,
      decidedAt: revocationHearings.decidedAt,
      note: revocationHearings.note,
    })
    .from(revocationHearings)
    .where(eq(revocationHearings.certificateId, certificateId))
    .orderBy(asc(revocationHearings.openedAt))
}
