import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Moment } from '@/components/moment'
import { isCorrectableField } from '@/lib/applications'
import { attachmentsOfCase, recordLook } from '@/lib/attachments'
import { service } from '../../../../_service'
import { caseAddress } from '../../../_parts/addresses'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.documents')
  return { title: t('title') }
}

/** What an officer wants here: to hold the paper beside what was declared, and to be done with it. */
export default async function CaseDocumentsPage({ params }: PageProps<'/staff/cases/[reference]/documents'>) {
  const opened = await openCase({ typed: (await params).reference, page: 'documents' })
  if ('refusal' in opened) return opened.refusal
  const { found, reference, viewer } = opened
  const { application, notice, now } = found
  const { db } = service()
  const [t, tField, all] = await Promise.all([
    getTranslations('staff.documents'),
    getTranslations('staff.field'),
    attachmentsOfCase(db, { applicationId: application.id }),
  ])
  const shown = notice?.answeredAt ? all : []
  if (shown.length > 0) await recordLook(db, { viewer, application })
  return (
    <ActionPage opened={opened} title={t('title')} lead={t('lead')}>
      {shown.length === 0 && <p>{notice && !notice.answeredAt ? t('waits') : t('none')}</p>}
      {shown.map(({ id, field, pages, uploadedAt }, index) => (
        <section key={id} className="flow-small border-t border-line pt-4">
          <h2>{isCorrectableField(field) ? tField(field) : field}</h2>
          <p className="text-small text-ink-soft">
            <Moment instant={uploadedAt} now={now} />
          </p>
          {Array.from({ length: pages }, (_, at) => at + 1).map(page => (
            // biome-ignore lint/performance/noImgElement: sealed in the database, opened for this reader alone
            <img
              key={page}
              src={`${caseAddress({ reference, page: 'documents' })}/${id}/${page}`}
              alt={t('page', { number: index + 1, page })}
              className="max-w-full border border-line"
            />
          ))}
        </section>
      ))}
    </ActionPage>
  )
}
