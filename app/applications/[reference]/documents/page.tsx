import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { ButtonLink } from '@/components/button'
import { ErrorSummary } from '@/components/error-summary'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { attachmentsOfCase, LARGEST_FILE } from '@/lib/attachments'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'
import { AskedDocument } from './asked-document'
import { documentsAskedFor } from './asked-for'
import { isUploadProblem } from './problems'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('applications.documents')
  return { title: t('title') }
}

/** What the person wants here: to show the one paper that the office asks for, from the phone, and see that it arrived. */
export default async function DocumentsPage({
  params,
  searchParams,
}: PageProps<'/applications/[reference]/documents'>) {
  const { found } = await requireOwnCase({ params, page: 'documents' })
  const { reference, id: applicationId } = found.application
  const asked = documentsAskedFor(found)
  const back = applicationAddress({ reference })
  if (asked.length === 0) redirect(back)
  const isOpen = found.application.status === 'correction_requested'
  const [t, tAll, shown, query] = await Promise.all([
    getTranslations('applications.documents'),
    getTranslations('applications'),
    attachmentsOfCase(service().db, { applicationId }),
    searchParams,
  ])
  const problem = isOpen && isUploadProblem(query.problem) ? t(`failure.${query.problem}`) : null
  // Of what was too large to be read nobody knows which paper it was, unless only one is asked for.
  const [only] = asked.length === 1 ? asked : []
  const field = (asked.find(item => item.field === query.field) ?? only)?.field
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'documents' })} />
      <Page
        title={isOpen ? t('title') : t('ended')}
        {...(isOpen && { lead: t('lead') })}
        back={{ href: back }}
        progress={tAll('reference', { reference })}
      >
        {problem && <ErrorSummary errors={[{ field: field ? `file-${field}` : '', message: problem }]} />}
        {(query.done === 'added' || query.done === 'removed') && (
          <Notice tone="ok" announced>
            <p>{t(query.done)}</p>
          </Notice>
        )}
        <p className="text-small text-ink-soft">
          {isOpen && t('what', { megabytes: LARGEST_FILE / 1024 / 1024 })} {t('kept')}
        </p>
        {asked.map(item => (
          <AskedDocument
            key={item.field}
            found={found}
            item={item}
            shown={shown.filter(attachment => attachment.field === item.field)}
            problem={field === item.field ? problem : null}
          />
        ))}
        {isOpen && (
          <div className="flow-small">
            <p className="text-small text-ink-soft">{t('nextHint')}</p>
            <ButtonLink href={applicationAddress({ reference, page: 'correction' })}>{t('next')}</ButtonLink>
          </div>
        )}
      </Page>
      <PageFooter />
    </>
  )
}
