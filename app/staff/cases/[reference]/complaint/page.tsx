import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { readReference } from '@/lib/applications'
import { type ComplaintForStaff, findComplaintForStaff, stateOfComplaint } from '@/lib/complaints'
import type { StaffViewer } from '@/lib/identity'
import { service } from '../../../../_service'
import { requireStaff } from '../../../../_session/viewer'
import { caseAddress } from '../../../_parts/addresses'
import { CalmPage } from '../../../_parts/calm-page'
import { StaffHeader } from '../../../_parts/staff-header'
import { AnswerForm } from './answer-form'
import { ComplaintFacts } from './complaint-facts'
import { ToSetRight } from './to-set-right'

export async function generateMetadata({
  params,
}: PageProps<'/staff/cases/[reference]/complaint'>): Promise<Metadata> {
  const t = await getTranslations('complaints.staff')
  return { title: t('title', { reference: (await params).reference.slice(0, 40) }) }
}

/** What a supervisor, or later the county, wants here: to read what went wrong, and to answer it in time. */
export default async function ComplaintPage({
  params,
  searchParams,
}: PageProps<'/staff/cases/[reference]/complaint'>) {
  const read = readReference((await params).reference)
  if (!read.ok) notFound()
  const reference = read.value
  const path = caseAddress({ reference, page: 'complaint' })
  const viewer = await requireStaff({ back: path })
  const opened = await findComplaintForStaff({ reference, viewer }, service())
  if (!opened.ok) {
    if (opened.failure === 'case-not-found') notFound()
    return <Refusal viewer={viewer} path={path} why={opened.failure} />
  }
  const [t, { done }] = await Promise.all([getTranslations('complaints.staff'), searchParams])
  const found = opened.value
  const [newest, ...earlier] = found.complaints
  if (!newest) notFound()
  const isAnswered = stateOfComplaint(newest) === 'answered'
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page title={t('title', { reference })} back={backOf({ viewer, reference })}>
        {done === 'answered' && isAnswered && (
          <Notice tone="ok" announced>
            <p>{t('done')}</p>
          </Notice>
        )}
        <ToSetRight found={found} viewer={viewer} />
        <ComplaintFacts found={found} complaint={newest} />
        <Answering found={found} path={path} />
        {earlier.length > 0 && <h2>{t('earlier')}</h2>}
        {earlier.map(complaint => (
          <ComplaintFacts key={complaint.id} found={found} complaint={complaint} />
        ))}
      </Page>
    </>
  )
}

/** The form for whoever may answer now; for others, why it is not theirs. */
async function Answering({ found, path }: { found: ComplaintForStaff; path: string }): Promise<ReactNode> {
  const t = await getTranslations('complaints.staff')
  if (found.whyNot === 'already-answered') return null
  if (found.whyNot) return <p>{t(`whyNot.${found.whyNot}`)}</p>
  return <AnswerForm found={found} path={path} />
}

/** The county handles no cases: it comes from the list of what waits for it. */
function backOf({ viewer, reference }: { viewer: StaffViewer; reference: string }) {
  return viewer.role === 'county'
    ? { href: '/staff/supervision' }
    : { href: caseAddress({ reference }), label: reference }
}

type RefusalProps = {
  viewer: StaffViewer
  path: string
  why: 'not-your-role' | 'other-office' | 'party-to-the-case' | 'no-complaint'
}

async function Refusal({ viewer, path, why }: RefusalProps) {
  const [t, tComplaint] = await Promise.all([
    getTranslations('staff.refused'),
    getTranslations('complaints.staff.none'),
  ])
  const words =
    why === 'no-complaint'
      ? { title: tComplaint('title'), text: tComplaint('text') }
      : { title: t(`${why}.title`), text: t(`${why}.text`) }
  return (
    <CalmPage
      because={why === 'no-complaint' ? 'not-now' : 'not-permitted'}
      viewer={viewer}
      path={path}
      title={words.title}
    >
      <p>{words.text}</p>
    </CalmPage>
  )
}
