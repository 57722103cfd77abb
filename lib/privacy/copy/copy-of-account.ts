import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import {
  applications,
  dataRequests,
  notifications,
  offices,
  openidLinks,
  phoneChanges,
  residents,
  sessions,
} from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import { isNotificationTemplate, renderNotification } from '@/lib/notifications'
import type { Queryable } from '@/lib/platform/database'

/** The account of a resident, as it is kept. */
export async function copyOfAccount(db: Queryable, { residentId }: ResidentViewer) {
  const [account] = await db.select().from(residents).where(eq(residents.id, residentId))
  if (!account) throw new Error('whoever is signed in has an account')
  const { phone, language, email, emailConfirmedAt, smsFor, emailFor, createdAt } = account
  const [signIns, links, changes] = await Promise.all([
    db
      .select({
        startedAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        endedAt: sessions.endedAt,
        cameBy: sessions.residentCameBy,
      })
      .from(sessions)
      .where(eq(sessions.residentId, residentId))
      .orderBy(desc(sessions.createdAt)),
    db
      .select({ provider: openidLinks.issuer, linkedAt: openidLinks.linkedAt })
      .from(openidLinks)
      .where(eq(openidLinks.residentId, residentId)),
    db
      .select({
        way: phoneChanges.way,
        oldPhone: phoneChanges.oldPhone,
        newPhone: phoneChanges.newPhone,
        askedAt: phoneChanges.askedAt,
        changedAt: phoneChanges.changedAt,
        office: offices.name,
        objectUntil: phoneChanges.objectUntil,
        objectedAt: phoneChanges.objectedAt,
        settledAt: phoneChanges.settledAt,
      })
      .from(phoneChanges)
      .leftJoin(offices, eq(offices.code, phoneChanges.officeCode))
      .where(eq(phoneChanges.residentId, residentId))
      .orderBy(desc(phoneChanges.askedAt)),
  ])
  return {
    phone,
    language,
    email,
    emailConfirmedAt,
    smsFor,
    emailFor,
    createdAt,
    signIns,
    links,
    phoneChanges: changes,
  }
}

/** What was begun and not sent. */
export async function copyOfDrafts(db: Queryable, { residentId }: ResidentViewer) {
  return db
    .select({
      createdAt: applications.createdAt,
      updatedAt: applications.updatedAt,
      answers: applications.draftAnswers,
    })
    .from(applications)
    .where(and(eq(applications.residentId, residentId), eq(applications.status, 'draft')))
    .orderBy(desc(applications.updatedAt))
}

/** The messages that were sent to the resident, as they read; a copy on a second way is not told twice. */
export async function copyOfNotifications(db: Queryable, { residentId }: ResidentViewer) {
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.residentId, residentId), isNull(notifications.copyOf)))
    .orderBy(asc(notifications.createdAt))
  return rows.map(({ createdAt, sentAt, readAt, channel, recipient, template, language, values }) => ({
    createdAt,
    sentAt,
    readAt,
    channel,
    recipient: recipient === '' ? null : recipient,
    text: isNotificationTemplate(template)
      ? renderNotification({ template, language, values, publicUrl: 'https://portal.invalid' }).replaceAll(
          'https://portal.invalid',
          '',
        )
      : null,
  }))
}

/** What the resident asked for about their data, this copy among it. */
export async function copyOfRequests(db: Queryable, { residentId }: ResidentViewer) {
  const rows = await db
    .select()
    .from(dataRequests)
    .where(eq(dataRequests.residentId, residentId))
    .orderBy(asc(dataRequests.askedAt))
  return rows.map(({ kind, text, askedAt, answerBy, answeredAt, answer }) => ({
    kind,
    text,
    askedAt,
    answerBy,
    answeredAt,
    answer,
  }))
}
