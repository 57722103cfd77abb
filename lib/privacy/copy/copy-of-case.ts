import { and, asc, desc, eq, ne } from 'drizzle-orm'
import {
  applicationEvents,
  applicationParties,
  type applications,
  attachments,
  auditEvents,
  commitmentSignatures,
  complaints,
  consentWithdrawals,
  correctionNotices,
  deadlines,
  decisions,
  messages,
  offices,
  ratings,
  rejectionReasons,
  staff,
  statusShares,
} from '@/db/schema'
import { declaredFactsOf, isForTheApplicant, isTold } from '@/lib/applications'
import { REFUSED_LOOK } from '@/lib/audit'
import type { Queryable } from '@/lib/platform/database'
import { copyOfCertificates } from './copy-of-certificates'

type Application = typeof applications.$inferSelect

/**
 * Everything about an own case that its applicant may know, which is everything but what the office notes for
 * itself: as on the page of the case, without its limits.
 */
export async function copyOfCase(db: Queryable, application: Application) {
  const applicationId = application.id
  const { reference, status, acceptedAt, endedAt, appliedBy, proxyRelation, contactPhone } = application
  const parties = await db
    .select()
    .from(applicationParties)
    .where(eq(applicationParties.applicationId, applicationId))
  const [office, signature, notice, clocks, events, outcome] = await Promise.all([
    officeOf(db, application),
    signatureOf(db, applicationId),
    noticeOf(db, applicationId),
    clocksOf(db, applicationId),
    eventsOf(db, applicationId),
    decisionsOf(db, applicationId),
  ])
  const [complained, written, rating, shown, shares, whoLooked, certificates] = await Promise.all([
    complaintsOf(db, applicationId),
    messagesOf(db, applicationId),
    ratingOf(db, applicationId),
    shownOf(db, applicationId),
    sharesOf(db, applicationId),
    looksAt(db, applicationId),
    copyOfCertificates(db, { applicationId }),
  ])
  return {
    reference,
    status,
    office,
    acceptedAt,
    endedAt,
    appliedBy,
    proxyRelation,
    contactPhone,
    people: parties.map(({ role, name, documentKind, documentNumber, phone, confirmedAt, objectedAt }) => ({
      role,
      name,
      documentKind,
      documentNumber,
      phone,
      confirmedAt,
      objectedAt,
    })),
    declaredFacts: declaredFactsOf({ application, parties }),
    consent: signature,
    correctionNotice: notice,
    deadlines: clocks,
    decisions: outcome,
    events,
    complaints: complained,
    messages: written,
    rating,
    shownDocuments: shown,
    certificates,
    sharedLinks: shares,
    whoLooked,
  }
}

async function officeOf(db: Queryable, { officeCode }: Application): Promise<string | null> {
  if (!officeCode) return null
  const [office] = await db.select({ name: offices.name }).from(offices).where(eq(offices.code, officeCode))
  return office?.name ?? null
}

async function signatureOf(db: Queryable, applicationId: string) {
  const [row] = await db
    .select({
      commitmentVersion: commitmentSignatures.version,
      commitmentSha256: commitmentSignatures.textSha256,
      way: commitmentSignatures.way,
      typedName: commitmentSignatures.typedName,
      signedAt: commitmentSignatures.signedAt,
      sensitiveDataConsentAt: commitmentSignatures.sensitiveDataConsentAt,
      consentWithdrawnAt: consentWithdrawals.withdrawnAt,
    })
    .from(commitmentSignatures)
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.applicationId, commitmentSignatures.applicationId))
    .where(eq(commitmentSignatures.applicationId, applicationId))
  return row ?? null
}

async function noticeOf(db: Queryable, applicationId: string) {
  const [row] = await db
    .select({
      sentAt: correctionNotices.sentAt,
      items: correctionNotices.items,
      answeredAt: correctionNotices.answeredAt,
      answer: correctionNotices.answer,
      corrections: correctionNotices.corrections,
    })
    .from(correctionNotices)
    .where(eq(correctionNotices.applicationId, applicationId))
  return row ?? null
}

function clocksOf(db: Queryable, applicationId: string) {
  return db
    .select({
      kind: deadlines.kind,
      state: deadlines.state,
      startedAt: deadlines.startedAt,
      dueAt: deadlines.dueAt,
      workingDays: deadlines.workingDays,
      law: deadlines.law,
      extensionReason: deadlines.extensionReason,
      metAt: deadlines.metAt,
      lapsedAt: deadlines.lapsedAt,
    })
    .from(deadlines)
    .where(eq(deadlines.applicationId, applicationId))
    .orderBy(asc(deadlines.startedAt))
}

async function eventsOf(db: Queryable, applicationId: string) {
  const rows = await db
    .select({
      at: applicationEvents.at,
      name: applicationEvents.name,
      by: applicationEvents.actor,
      office: offices.name,
      note: applicationEvents.note,
    })
    .from(applicationEvents)
    .leftJoin(offices, eq(offices.code, applicationEvents.officeCode))
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(asc(applicationEvents.id))
  return rows.flatMap(({ name, note, ...event }) =>
    isTold(name) ? [{ ...event, name, note: isForTheApplicant(name) ? note : null }] : [],
  )
}

function decisionsOf(db: Queryable, applicationId: string) {
  return db
    .select({
      outcome: decisions.outcome,
      basis: decisions.basis,
      decidedAt: decisions.decidedAt,
      setAsideAt: decisions.setAsideAt,
      reason: rejectionReasons.title,
      reasonLaw: rejectionReasons.law,
      explanation: decisions.explanation,
      remedies: decisions.remedies,
    })
    .from(decisions)
    .leftJoin(rejectionReasons, eq(rejectionReasons.id, decisions.reasonId))
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(asc(decisions.decidedAt))
}

function complaintsOf(db: Queryable, applicationId: string) {
  return db
    .select({
      filedAt: complaints.filedAt,
      text: complaints.text,
      escalatedAt: complaints.escalatedAt,
      answeredAt: complaints.answeredAt,
      outcome: complaints.outcome,
      answer: complaints.answer,
    })
    .from(complaints)
    .where(eq(complaints.applicationId, applicationId))
    .orderBy(asc(complaints.filedAt))
}

async function ratingOf(db: Queryable, applicationId: string) {
  const [row] = await db
    .select({
      step: ratings.step,
      words: ratings.words,
      ratedAt: ratings.ratedAt,
      answerBy: ratings.answerBy,
      answeredAt: ratings.answeredAt,
      answer: ratings.answer,
    })
    .from(ratings)
    .where(eq(ratings.applicationId, applicationId))
  return row ?? null
}

function messagesOf(db: Queryable, applicationId: string) {
  return db
    .select({
      sentAt: messages.sentAt,
      sender: messages.sender,
      text: messages.text,
      readAt: messages.readAt,
    })
    .from(messages)
    .where(eq(messages.applicationId, applicationId))
    .orderBy(asc(messages.sentAt))
}

function shownOf(db: Queryable, applicationId: string) {
  return db
    .select({ field: attachments.field, pages: attachments.pages, uploadedAt: attachments.uploadedAt })
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId))
    .orderBy(asc(attachments.uploadedAt))
}

function sharesOf(db: Queryable, applicationId: string) {
  return db
    .select({
      createdAt: statusShares.createdAt,
      expiresAt: statusShares.expiresAt,
      revokedAt: statusShares.revokedAt,
      views: statusShares.views,
      lastViewedAt: statusShares.lastViewedAt,
    })
    .from(statusShares)
    .where(eq(statusShares.applicationId, applicationId))
    .orderBy(asc(statusShares.createdAt))
}

/** Every single look that was granted, where the page of the case tells those of one sitting together. */
function looksAt(db: Queryable, applicationId: string) {
  return db
    .select({ at: auditEvents.at, name: staff.name, office: offices.name, purpose: auditEvents.purpose })
    .from(auditEvents)
    .innerJoin(staff, eq(staff.id, auditEvents.staffId))
    .leftJoin(offices, eq(offices.code, auditEvents.officeCode))
    .where(and(eq(auditEvents.applicationId, applicationId), ne(auditEvents.action, REFUSED_LOOK)))
    .orderBy(desc(auditEvents.id))
}
