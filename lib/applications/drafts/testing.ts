import { randomInt, randomUUID } from 'node:crypto'
import { personalLookup } from '@/db/personal-data'
import { applications, residents, staff, staffOffices } from '@/db/schema'
import type { DraftAnswers } from '@/db/schema/applications'
import { maskPhone, type ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import type { CompleteApplication } from '../form/complete-application'

/** A resident of a test, signed in, with a phone of their own. */
export async function aResident(
  db: Database,
  { phone = `+86139${String(randomInt(0, 100_000_000)).padStart(8, '0')}` }: { phone?: string } = {},
): Promise<ResidentViewer> {
  const [resident] = await db
    .insert(residents)
    .values({ phone, phoneLookup: personalLookup({ kind: 'phone', value: phone }) })
    .returning({ id: residents.id })
  if (!resident) throw new Error('the resident was not kept')
  return {
    kind: 'resident',
    sessionId: randomUUID(),
    residentId: resident.id,
    phone,
    maskedPhone: maskPhone(phone),
    language: 'zh-CN',
  }
}

/** A draft of that resident with these answers. */
export async function aDraft(
  db: Database,
  { viewer, answers = {} }: { viewer: ResidentViewer; answers?: DraftAnswers },
): Promise<string> {
  const [draft] = await db
    .insert(applications)
    .values({ residentId: viewer.residentId, draftAnswers: answers })
    .returning({ id: applications.id })
  if (!draft) throw new Error('the draft was not kept')
  return draft.id
}

/** A complete application, as the form reads it from good answers. */
export function aCompleteApplication({
  withOtherParent = false,
  byProxy = false,
}: {
  withOtherParent?: boolean
  byProxy?: boolean
} = {}): CompleteApplication {
  return {
    appliedBy: byProxy ? 'proxy' : 'self',
    proxy: byProxy
      ? { name: '王芳', relation: 'relative', mandate: { kind: 'own-phone', phone: '+8613900000003' } }
      : null,
    applicant: { name: '李婷', document: { kind: 'resident-id-card', number: '420202199305123523' } },
    otherParent: withOtherParent
      ? {
          name: '张子畔',
          document: { kind: 'resident-id-card', number: '420202199002110012' },
          phone: '+8613900000002',
        }
      : null,
    address: { basis: 'residence', officeCode: '420202006', detail: '天津路社区 12 号' },
    stage: 'expecting',
    childBirthDate: null,
    birthCertificateNumber: null,
    way: 'promise',
    typedName: byProxy ? '王芳' : '李婷',
  }
}

/** Gives the office of the good answers somebody who works there, so that it takes applications. */
export async function anOpenOffice(db: Database): Promise<void> {
  const [officer] = await db
    .insert(staff)
    .values({
      signInName: 'chenxiao',
      staffNumber: 'HS-1',
      name: '陈晓',
      role: 'officer',
      passwordHash: 'no password opens this',
    })
    .returning({ id: staff.id })
  if (!officer) throw new Error('the officer was not kept')
  await db.insert(staffOffices).values({ staffId: officer.id, officeCode: '420202006' })
}
