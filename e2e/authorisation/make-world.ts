// Makes one case in every state that a door leads to, and a session for everybody who may knock, by the
// service's own commands, in a process of its own with the environment of one worker's service.
import { and, eq, isNotNull } from 'drizzle-orm'
import { sessionCookieName } from '@/app/_session/cookie'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { applications, attachments, deadlines, notifications, staff } from '@/db/schema'
import { anIdNumber, aStaffMember } from '@/db/testing/test-cases'
import { acceptApplication, requestCorrection, shareStatus, withdrawApplication } from '@/lib/applications'
import { aCompleteApplication, aDraft, aResident } from '@/lib/applications/drafts/testing'
import { goodAnswers } from '@/lib/applications/form/testing'
import { addAttachment } from '@/lib/attachments'
import { aPhotograph } from '@/lib/attachments/testing/files'
import { answerHearing, openHearing, printForHolder } from '@/lib/certificates'
import { fileComplaint } from '@/lib/complaints'
import { requestExtension } from '@/lib/deadlines'
import { confirmRejection, proposeRejection, registerApplication } from '@/lib/decisions'
import type { ResidentViewer, StaffViewer } from '@/lib/identity'
import { writeToOffice } from '@/lib/messages'
import { type Database, openDatabase, serviceNow } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { openSupervisionRecords } from '@/lib/supervision'
import { changedPhone, fillOwnAccount, phoneChangesAtOffice, stepCookies } from './own-account-of-world'
import { ratingsOfWorld } from './ratings-of-world'
import { cookiesOf } from './sessions-of-world'
import { applicantOfWorld, memberOfWorld, type World } from './world'

const { DATABASE_APP_URL, PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
const { db, close } = openDatabase({ url: DATABASE_APP_URL, keys, connections: 2 })
const world = await makeWorld(db)
await close()
process.stdout.write(JSON.stringify(world))

async function makeWorld(db: Database): Promise<World> {
  const resident = await aResident(db)
  const proxy = await aResident(db)
  const listed = await aStaffMember(db, { role: 'officer' })
  await db.update(staff).set({ name: memberOfWorld }).where(eq(staff.id, listed.staffId))
  const left = await aStaffMember(db, { role: 'officer' })
  await db.update(staff).set({ active: false }).where(eq(staff.id, left.staffId))
  const officer = await aStaffMember(db, { role: 'officer' })
  const supervisor = await aStaffMember(db, { role: 'supervisor' })
  const accepted = () => acceptedCase(db, resident)
  const idNumber = anIdNumber()
  const open = await acceptedCase(db, resident, { idNumber })
  const correction = await correctionRequested(db, { reference: await accepted(), viewer: officer })
  const registered = await accepted()
  const certificate = await certificateOf(db, { reference: registered, viewer: officer })
  const toHear = await certificateOf(db, { reference: await accepted(), viewer: officer })
  const toDecide = await certificateOf(db, { reference: await accepted(), viewer: officer })
  const heard = await certificateOf(db, { reference: await accepted(), viewer: officer })
  const reason = '另一机构已有同一登记，需要核对。'
  for (const number of [heard, toDecide]) await openHearing({ number, viewer: supervisor, reason }, { db })
  await answerHearing({ number: toDecide, viewer: resident, answer: '请再核对一次。' }, { db })
  const counter = await atACounter(db, { resident, officer })
  await fillOwnAccount(db, resident)
  await shareStatus({ reference: registered, viewer: resident }, { db })
  const withdrawn = await accepted()
  await withdrawApplication({ reference: withdrawn, viewer: resident }, { db })
  return {
    phone: resident.phone,
    idNumber,
    cookieName: sessionCookieName(),
    cookies: await cookiesOf(db, { resident, officer, supervisor }),
    stepCookies: await stepCookies(),
    places: {
      objectionSecret: await changedPhone(db, await aResident(db)),
      ...(await phoneChangesAtOffice(db, { viewer: resident, officer, reference: open })),
      draft: await aDraft(db, { viewer: resident, answers: { 'who-applies': { who: 'self' } } }),
      draftToRemove: await aDraft(db, { viewer: resident }),
      completeDraft: await aDraft(db, { viewer: resident, answers: goodAnswers }),
      ...(await caseWithOtherParent(db, resident)),
      ...counter,
      open,
      toRegister: await accepted(),
      toClaim: await accepted(),
      toWithdraw: await accepted(),
      toTransfer: await accepted(),
      toCorrect: await accepted(),
      toPropose: await accepted(),
      toExtend: await accepted(),
      toAskForTime: await accepted(),
      correction,
      proposed: await proposed(db, { reference: await accepted(), viewer: officer }),
      rejected: await rejected(db, { reference: await accepted(), officer, supervisor }),
      asked: await asked(db, { reference: await accepted(), viewer: officer }),
      toComplain: await accepted(),
      complained: await complained(db, { reference: await accepted(), viewer: resident }),
      ...(await ratingsOfWorld(db, { accepted, resident, officer })),
      ...(await shownPaper(db, { reference: await accepted(), viewer: officer, resident })),
      written: await written(db, { reference: await accepted(), viewer: resident }),
      proxied: await byProxy(db, { proxy: resident, phone: proxy.phone }),
      mandate: await byProxy(db, { proxy, phone: resident.phone }),
      mistaken: await byProxy(db, { proxy, phone: resident.phone }),
      registered,
      withdrawn,
      certificate,
      heard,
      toHear,
      toDecide,
      record: await withRecord(db, { reference: registered }),
      staffNumber: listed.staffNumber,
      endedStaffNumber: left.staffNumber,
    },
  }
}

async function acceptedCase(
  db: Database,
  resident: ResidentViewer,
  { withOtherParent = false, idNumber = anIdNumber() } = {},
): Promise<string> {
  const draftId = await aDraft(db, { viewer: resident })
  const complete = aCompleteApplication({ withOtherParent })
  const document = { ...complete.applicant.document, number: idNumber }
  const application = { ...complete, applicant: { name: applicantOfWorld, document } }
  const codeConfirmedAt = await serviceNow(db)
  const { residentId } = resident
  const { reference } = await db.transaction(transaction =>
    acceptApplication(transaction, { draftId, residentId, application, codeConfirmedAt }),
  )
  return reference
}

/** A case that a proxy sent, whose applicant is asked on a phone of their own. */
async function byProxy(
  db: Database,
  { proxy, phone }: { proxy: ResidentViewer; phone: string },
): Promise<string> {
  const draftId = await aDraft(db, { viewer: proxy })
  const complete = aCompleteApplication({ byProxy: true })
  const application = {
    ...complete,
    applicant: { ...complete.applicant, name: applicantOfWorld },
    proxy: { name: '王芳', relation: 'relative' as const, mandate: { kind: 'own-phone' as const, phone } },
  }
  const codeConfirmedAt = await serviceNow(db)
  const { residentId } = proxy
  const { reference } = await db.transaction(transaction =>
    acceptApplication(transaction, { draftId, residentId, application, codeConfirmedAt }),
  )
  return reference
}

/** A case that waits for the other parent, with the secret of the link that they got. */
async function caseWithOtherParent(db: Database, resident: ResidentViewer) {
  const reference = await acceptedCase(db, resident, { withOtherParent: true })
  const rows = await db
    .select({ values: notifications.values })
    .from(notifications)
    .innerJoin(applications, eq(applications.id, notifications.applicationId))
    .where(and(eq(applications.reference, reference), isNotNull(notifications.recipient)))
  const [secret] = rows.flatMap(({ values }) => /[\w-]{43}/.exec(JSON.stringify(values))?.[0] ?? [])
  if (!secret) throw new Error('the other parent got no link')
  return { withOtherParent: reference, confirmSecret: secret }
}

type ByStaff = { reference: string; viewer: StaffViewer }

async function certificateOf(db: Database, { reference, viewer }: ByStaff): Promise<string> {
  const registered = await registerApplication({ reference, viewer }, { db })
  if (!registered.ok || !registered.value.number) throw new Error('no certificate was issued')
  return registered.value.number
}

/** A certificate whose holder stands at a counter, and its print by the officer. */
async function atACounter(
  db: Database,
  { resident, officer: viewer }: { resident: ResidentViewer; officer: StaffViewer },
) {
  const idNumber = anIdNumber()
  const reference = await acceptedCase(db, resident, { idNumber })
  const printable = await certificateOf(db, { reference, viewer })
  const printableEnding = idNumber.slice(-6)
  const print = { number: printable, name: applicantOfWorld, lastSix: printableEnding, reason: 'no-phone' }
  const printed = await printForHolder({ ...print, viewer }, { db })
  if (!printed.ok) throw new Error(`no print: ${printed.failure}`)
  return { printable, printableEnding, printed: printed.value.id }
}

async function correctionRequested(db: Database, { reference, viewer }: ByStaff): Promise<string> {
  const items = [{ field: 'address' as const, what: '请写明门牌号' }]
  await requestCorrection({ reference, viewer, items }, { db })
  return reference
}

async function proposed(db: Database, { reference, viewer }: ByStaff): Promise<string> {
  const done = await proposeRejection(
    {
      reference,
      viewer,
      proposed: {
        reasonCode: 'already-registered',
        explanation: '同一登记已经由另一个机构办理完毕，编号见说明，无需再次登记。',
        evidence: '登记系统中的同一登记',
        hearing: '',
      },
    },
    { db },
  )
  if (!done.ok) throw new Error(`no proposal: ${done.failure}`)
  return reference
}

async function rejected(
  db: Database,
  { reference, officer, supervisor }: { reference: string; officer: StaffViewer; supervisor: StaffViewer },
): Promise<string> {
  await proposed(db, { reference, viewer: officer })
  const done = await confirmRejection({ reference, viewer: supervisor }, { db })
  if (!done.ok) throw new Error(`no rejection: ${done.failure}`)
  return reference
}

async function asked(db: Database, { reference, viewer }: ByStaff): Promise<string> {
  await requestExtension({ reference, viewer, workingDays: 1, reason: '等待外地机构回函' }, { db })
  return reference
}

async function complained(
  db: Database,
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
): Promise<string> {
  const filed = await fileComplaint({ reference, viewer, text: '经办人说还要交别的材料。' }, { db })
  if (!filed.ok) throw new Error(`no complaint: ${filed.failure}`)
  return reference
}

/** A case whose applicant was asked to show a paper, and has chosen a picture of it. */
async function shownPaper(
  db: Database,
  { reference, viewer, resident }: ByStaff & { resident: ResidentViewer },
): Promise<{ shown: string; attachment: string }> {
  const item = {
    field: 'address' as const,
    what: '请写明门牌号',
    document: 'household-or-residence' as const,
  }
  await requestCorrection({ reference, viewer, items: [item] }, { db })
  const file = { name: 'paper.jpg', bytes: await aPhotograph() }
  const added = await addAttachment({ reference, viewer: resident, field: 'address', file }, { db })
  if (!added.ok) throw new Error(`nothing shown: ${added.failure}`)
  const [attachment] = await db
    .select({ id: attachments.id })
    .from(attachments)
    .innerJoin(applications, eq(applications.id, attachments.applicationId))
    .where(eq(applications.reference, reference))
  return { shown: reference, attachment: attachment?.id ?? '' }
}

async function written(
  db: Database,
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
): Promise<string> {
  const sent = await writeToOffice({ reference, viewer, text: '谢谢。' }, { db })
  if (!sent.ok) throw new Error(`no message: ${sent.failure}`)
  return reference
}

/** A record as a lapse opens one, without waiting for the lapse. */
async function withRecord(db: Database, { reference }: { reference: string }): Promise<string> {
  const [row] = await db
    .select({ application: applications, deadlineId: deadlines.id })
    .from(applications)
    .innerJoin(
      deadlines,
      and(eq(deadlines.applicationId, applications.id), eq(deadlines.kind, 'office-must-decide')),
    )
    .where(eq(applications.reference, reference))
  if (!row) throw new Error('the case has no clock')
  await db.transaction(transaction => openSupervisionRecords(transaction, [row]))
  return reference
}
