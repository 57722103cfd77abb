import { eq, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applicationParties, applications, residents } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { acceptApplication, type CompleteApplication, recordEvent } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import { maskPhone, type ResidentViewer, type StaffViewer } from '@/lib/identity'
import { type Database, serviceNow as presentTime } from '@/lib/platform/database'
import type { Result } from '@/lib/platform/result'

/** Something that happened at a moment; played with the service's clock at that moment. */
export type Step = { at: Date; play: (db: Database) => Promise<void> }

/** The case as its story goes on: known once it was accepted. */
export type StoryCase = { id: string; reference: string; resident: ResidentViewer }

type Command = (context: { db: Database }, it: StoryCase) => Promise<Result<unknown, string>>

/** One application from its submission on; each step comes after the one before. */
export type Story = {
  steps: Step[]
  /** The case itself, for a later story that speaks of it; throws before it was played. */
  told(): StoryCase
  byApplicant(at: Date, command: Command): Story
  /** A command of an office: who does it has looked at the case first, and that is on record. */
  byOffice(at: Date, viewer: StaffViewer, command: Command): Story
  confirmedByOtherParent(at: Date): Story
}

/** Begins a story with its submission. */
export function beginStory({
  at,
  phone,
  language = 'zh-CN',
  application,
}: {
  at: Date
  phone: string
  language?: ResidentViewer['language']
  application: CompleteApplication
}): Story {
  let it: StoryCase | null = null
  let latest = at
  const told = () => {
    if (!it) throw new Error('a case is known only once it was accepted')
    return it
  }
  const add = (wanted: Date, play: Step['play']) => {
    latest = wanted > latest ? wanted : new Date(latest.getTime() + 60_000)
    story.steps.push({ at: latest, play })
    return story
  }
  const begin: Step['play'] = async db => {
    it = await submit(db, { phone, language, application })
  }
  const story: Story = {
    steps: [{ at, play: begin }],
    told,
    byApplicant: (wanted, command) => add(wanted, async db => succeed(await command({ db }, told()))),
    byOffice: (wanted, viewer, command) =>
      add(wanted, async db => {
        const purpose = 'handle-case'
        await recordView(db, { viewer, application: await officeOf(db, told()), purpose })
        succeed(await command({ db }, told()))
      }),
    confirmedByOtherParent: wanted => add(wanted, db => confirm(db, told())),
  }
  return story
}

function succeed(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`a story of the demo came to a stop: ${result.failure}`)
}

async function officeOf(db: Database, { id }: StoryCase) {
  const [application] = await db
    .select({ id: applications.id, officeCode: applications.officeCode })
    .from(applications)
    .where(eq(applications.id, id))
  if (!application) throw new Error('the case of a story is there')
  return application
}

async function submit(
  db: Database,
  {
    phone,
    language,
    application,
  }: { phone: string; language: ResidentViewer['language']; application: CompleteApplication },
): Promise<StoryCase> {
  const resident = await residentWith(db, { phone, language })
  const residentId = resident.residentId
  const [draft] = await db.insert(applications).values({ residentId }).returning({ id: applications.id })
  if (!draft) throw new Error('the draft was not kept')
  const codeConfirmedAt = await presentTime(db)
  const { reference } = await db.transaction(transaction =>
    acceptApplication(transaction, { draftId: draft.id, residentId, application, codeConfirmedAt }),
  )
  return { id: draft.id, reference, resident }
}

/** The resident with this phone, as a viewer who is signed in. */
export async function residentWith(
  db: Database,
  { phone, language }: { phone: string; language: ResidentViewer['language'] },
): Promise<ResidentViewer> {
  const [resident] = await db
    .insert(residents)
    .values({ phone, phoneLookup: personalLookup({ kind: 'phone', value: phone }), language })
    .onConflictDoUpdate({ target: residents.phoneLookup, set: { language: sql`excluded.language` } })
    .returning({ id: residents.id })
  if (!resident) throw new Error('the resident was not kept')
  const viewer = { sessionId: '', residentId: resident.id, phone, maskedPhone: maskPhone(phone), language }
  return { kind: 'resident', ...viewer }
}

/** What confirmOtherParent does; the code that it asks for went to a phone which nobody holds. */
async function confirm(db: Database, { id }: StoryCase): Promise<void> {
  await db.transaction(async transaction => {
    await transaction
      .update(applicationParties)
      .set({ confirmedAt: serviceNow })
      .where(sql`${applicationParties.applicationId} = ${id} and ${applicationParties.role} = 'other_parent'`)
    const [application] = await transaction.select().from(applications).where(eq(applications.id, id))
    if (!application) throw new Error('the case of a story is there')
    const { status } = application
    await recordEvent(transaction, {
      application,
      name: 'other-parent-confirmed',
      from: status,
      to: status,
      by: { kind: 'system' },
    })
  })
}
