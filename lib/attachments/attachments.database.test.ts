import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAcceptedCase, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import {
  answerCorrection,
  type CorrectionItem,
  requestCorrection,
  withdrawApplication,
} from '@/lib/applications'
import { aResident } from '@/lib/applications/drafts/testing'
import type { StaffViewer } from '@/lib/identity'
import { eraseWhatHasRunOut } from '@/lib/privacy'
import {
  addAttachment,
  attachmentsOfCase,
  LARGEST_FILE,
  MOST_FILES_A_FIELD,
  pageForResident,
  pageForStaff,
  removeAttachment,
} from './index'
import { aPdf, aPhotograph } from './testing/files'

let database: TestDatabase
let officer: StaffViewer
beforeAll(async () => {
  database = await createTestDatabase()
  officer = await aStaffMember(database.db)
})
afterAll(() => database.drop())
beforeEach(() => database.travelTo(new Date('2026-11-24T10:00:00+08:00')))

const item: CorrectionItem = { field: 'address', what: '请写明门牌号', document: 'household-or-residence' }

async function aCaseToShow(items: CorrectionItem[] = [item]): Promise<TestCase> {
  const it = await anAcceptedCase(database.db)
  await requestCorrection({ ...it, viewer: officer, items }, database)
  return it
}

const show = async ({ reference, resident }: TestCase, file?: { name?: string; bytes?: Buffer }) =>
  addAttachment(
    {
      reference,
      viewer: resident,
      field: 'address',
      file: { name: file?.name ?? 'IMG_1.jpg', bytes: file?.bytes ?? (await aPhotograph()) },
    },
    database,
  )
const shownOf = ({ id }: TestCase) => attachmentsOfCase(database.db, { applicationId: id })
const answer = ({ reference, resident }: TestCase, words = '') =>
  answerCorrection(
    {
      reference,
      viewer: resident,
      typed: { 'address-basis': 'residence', 'address-detail': '天津路社区 12 号 3 楼' },
      words,
    },
    database,
  )
const viewsOf = async ({ id }: TestCase) =>
  (
    await database.app`select purpose from audit_events
      where application_id = ${id} and purpose = 'see-document' order by id`
  ).length

async function firstPage(it: TestCase) {
  const [attachment] = await shownOf(it)
  return { reference: it.reference, attachmentId: attachment?.id ?? '', page: 1, size: 'whole' as const }
}

describe('a paper that a notice asks to see', () => {
  test('is kept as sealed pictures and shown to its applicant', async () => {
    const it = await aCaseToShow()
    expect(await show(it)).toEqual({ ok: true, value: { pages: 1 } })
    expect(await shownOf(it)).toMatchObject([{ field: 'address', origin: 'jpeg', pages: 1 }])
    const [stored] = await database.app`
      select p.picture from attachment_pages p join attachments a on a.id = p.attachment_id
      where a.application_id = ${it.id}`
    expect(stored?.picture.subarray(0, 3).toString('latin1')).toBe('v1.')
    const picture = await pageForResident({ ...(await firstPage(it)), viewer: it.resident }, database)
    expect(picture?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  })

  test('may be a PDF of several pages', async () => {
    const it = await aCaseToShow()
    expect(await show(it, { name: 'scan.pdf', bytes: aPdf({ pages: 2 }) })).toEqual({
      ok: true,
      value: { pages: 2 },
    })
  })

  test.each([
    ['nothing', { bytes: Buffer.alloc(0) }, 'no-file'],
    ['far too much', { bytes: Buffer.alloc(LARGEST_FILE + 1, 0xff) }, 'too-large'],
    ['a page that calls itself a picture', { bytes: Buffer.from('<script>') }, 'not-a-picture-or-pdf'],
    ['a PDF that calls itself a picture', { bytes: aPdf() }, 'not-what-its-name-says'],
    [
      'a PDF with a script',
      { name: 'a.pdf', bytes: aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }) },
      'pdf-does-more',
    ],
  ])('is not %s', async (_, file, failure) => {
    const it = await aCaseToShow()
    expect(await show(it, file)).toMatchObject({ ok: false, failure })
    expect(await shownOf(it)).toEqual([])
  })

  test('is shown only where it was asked for, by whom it was asked of, and four times at most', async () => {
    const unasked = await aCaseToShow([{ field: 'address', what: '请写明门牌号' }])
    expect(await show(unasked)).toMatchObject({ failure: 'nothing-asked' })
    const it = await aCaseToShow()
    const stranger = await aResident(database.db)
    expect(await show({ ...it, resident: stranger })).toMatchObject({ failure: 'case-not-found' })
    for (let count = 0; count < MOST_FILES_A_FIELD; count += 1) expect((await show(it)).ok).toBe(true)
    expect(await show(it)).toMatchObject({ failure: 'too-many-files' })
  })

  test('cannot be asked for where no paper shows the fact, whatever a form says', async () => {
    const it = await aCaseToShow([{ field: 'stage', what: '请核对', document: 'birth-certificate' }])
    const [notice] = await database.db.query.correctionNotices.findMany({
      where: (table, { eq }) => eq(table.applicationId, it.id),
    })
    expect(notice?.items).toEqual([{ field: 'stage', what: '请核对' }])
  })

  test('may be taken back until the answer is sent, and not afterwards', async () => {
    const it = await aCaseToShow()
    await show(it)
    await show(it)
    const remove = async () =>
      removeAttachment(
        { reference: it.reference, viewer: it.resident, attachmentId: (await firstPage(it)).attachmentId },
        database,
      )
    expect((await remove()).ok).toBe(true)
    expect(await shownOf(it)).toHaveLength(1)
    expect((await answer(it)).ok).toBe(true)
    expect(await remove()).toMatchObject({ failure: 'nothing-to-remove' })
    expect(await show(it)).toMatchObject({ failure: 'nothing-asked' })
    expect(await shownOf(it)).toHaveLength(1)
  })

  test('answers its notice by itself; whoever has none says why', async () => {
    const without = await aCaseToShow()
    expect(await answer(without)).toMatchObject({ failure: 'document-or-words' })
    expect((await answer(without, '户口簿在老家，下个月才能拍。')).ok).toBe(true)
  })
})

describe('whoever looks at what was shown', () => {
  test('is of the office that has the case, once the answer is sent, and is on record once a sitting', async () => {
    const it = await aCaseToShow()
    await show(it)
    const wanted = await firstPage(it)
    const look = (viewer: StaffViewer) => pageForStaff({ ...wanted, viewer }, database)
    expect(await look(officer)).toMatchObject({ failure: 'page-not-found' })
    await answer(it)
    const elsewhere = await aStaffMember(database.db, { officeCodes: ['420202007'] })
    const county = await aStaffMember(database.db, { role: 'county' })
    expect(await look(elsewhere)).toMatchObject({ failure: 'other-office' })
    expect(await look(county)).toMatchObject({ failure: 'not-your-role' })
    expect(await viewsOf(it)).toBe(0)
    expect((await look(officer)).ok).toBe(true)
    expect((await look(officer)).ok).toBe(true)
    expect(await viewsOf(it)).toBe(1)
    await database.travelTo(new Date('2026-11-24T11:00:00+08:00'))
    await look(officer)
    expect(await viewsOf(it)).toBe(2)
  })

  test('finds nothing under an address that names nothing', async () => {
    const it = await aCaseToShow()
    await show(it)
    const wanted = await firstPage(it)
    for (const attachmentId of ['', 'x', '00000000-0000-4000-8000-000000000000']) {
      expect(await pageForResident({ ...wanted, attachmentId, viewer: it.resident }, database)).toBeNull()
    }
    const stranger = await aResident(database.db)
    expect(await pageForResident({ ...wanted, viewer: stranger }, database)).toBeNull()
  })
})

describe('what was shown', () => {
  test('is forgotten six months after its case has ended, and no day earlier', async () => {
    const it = await aCaseToShow()
    await show(it)
    await withdrawApplication({ ...it, viewer: it.resident }, database)
    await database.travelTo(new Date('2027-05-24T09:59:00+08:00'))
    await eraseWhatHasRunOut(database)
    expect(await shownOf(it)).toHaveLength(1)
    await database.travelTo(new Date('2027-05-24T10:01:00+08:00'))
    await eraseWhatHasRunOut(database)
    expect(await shownOf(it)).toEqual([])
    const [proof] = await database.owner`
      select details from audit_events where action = 'records-erased' and details ->> 'kind' = 'attachment'`
    expect(proof?.details).toMatchObject({ rows: 1, ruleFrom: '2021-11-01' })
  })

  test('is neither exchanged nor taken away while its case is open, by whomever', async () => {
    const it = await aCaseToShow()
    await show(it)
    await answer(it)
    await expect(
      database.owner`update attachments set field = 'stage' where application_id = ${it.id}`,
    ).rejects.toMatchObject({ constraint_name: 'an_attachment_stays_as_shown' })
    await expect(database.app`delete from attachments where application_id = ${it.id}`).rejects.toMatchObject(
      { constraint_name: 'an_attachment_is_kept_while_its_case_is_open' },
    )
  })
})
