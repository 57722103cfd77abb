import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { publishedReasons } from '@/lib/decisions'
import { service } from '../../../../_service'
import { TwoSteps } from '../../../_parts/two-steps'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'
import { ProposedRejection } from '../../_case/proposed-rejection'
import { SendButtons } from '../../_case/send-buttons'
import { propose } from './propose'
import { RejectionFields } from './rejection-fields'
import { RejectionPreview } from './rejection-preview'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.rejection')
  return { title: t('title') }
}

/** What an officer wants here: to propose a refusal that holds: a published reason, in words, with evidence. */
export default async function RejectionPage({ params }: PageProps<'/staff/cases/[reference]/rejection'>) {
  const opened = await openCase({
    typed: (await params).reference,
    page: 'rejection',
    action: 'propose-rejection',
  })
  if ('refusal' in opened) return opened.refusal
  const { found, reference } = opened
  const [t, reasons] = await Promise.all([getTranslations('staff.rejection'), publishedReasons(service().db)])
  return (
    <ActionPage opened={opened} title={t('title')} lead={t('lead')}>
      <ProposedRejection found={found} />
      <KeptForm action={propose} keeps="rejection" page={opened.path}>
        <input type="hidden" name="reference" value={reference} />
        <TwoSteps
          fields={['reason', 'explanation', 'evidence', 'hearing']}
          write={<RejectionFields found={found} reasons={reasons} />}
          preview={
            <>
              <RejectionPreview found={found} reasons={reasons} />
              <SendButtons send={t('send')} change={t('change')} />
            </>
          }
        />
      </KeptForm>
    </ActionPage>
  )
}
