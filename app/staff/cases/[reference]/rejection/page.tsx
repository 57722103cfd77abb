import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { TextArea } from '@/components/text-area'
import { publishedReasons, type RejectionReason, SHORTEST_EXPLANATION } from '@/lib/decisions'
import { service } from '../../../../_service'
import { reasonInLanguage } from '../../../_parts/reason-in-language'
import { TwoSteps } from '../../../_parts/two-steps'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'
import { ProposedRejection } from '../../_case/proposed-rejection'
import { propose } from './propose'
import { RejectionPreview } from './rejection-preview'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.rejection')
  return { title: t('title') }
}

const FIELDS = ['reason', 'explanation', 'evidence', 'hearing'] as const

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
  const before = found.returned?.proposal
  return (
    <ActionPage opened={opened} title={t('title')} lead={t('lead')}>
      <ProposedRejection found={found} />
      <ActionForm action={propose}>
        <input type="hidden" name="reference" value={reference} />
        <TwoSteps
          fields={FIELDS}
          write={
            <>
              <ChoiceField
                name="reason"
                label={t('reason')}
                hint={t('reasonHint')}
                choices={
                  await Promise.all(
                    reasons.map(reason => asChoice({ reason, wasNotified: found.notice !== null })),
                  )
                }
                {...(found.returned && { defaultValue: found.returned.reason.code })}
              />
              <TextArea
                name="explanation"
                label={t('explanation')}
                hint={t('explanationHint', { count: SHORTEST_EXPLANATION })}
                rows={5}
                {...(before && { defaultValue: before.explanation })}
              />
              <TextArea
                name="evidence"
                label={t('evidence')}
                hint={t('evidenceHint')}
                rows={3}
                {...(before && { defaultValue: before.evidence })}
              />
              <TextArea
                name="hearing"
                label={t('hearing')}
                hint={t('hearingHint')}
                optional
                rows={3}
                {...(before?.hearing && { defaultValue: before.hearing })}
              />
              <Button name="step" value="preview">
                {t('preview')}
              </Button>
            </>
          }
          preview={
            <>
              <RejectionPreview found={found} reasons={reasons} />
              <div className="flex flex-wrap gap-3">
                <Button name="step" value="send">
                  {t('send')}
                </Button>
                <Button kind="secondary" name="step" value="write">
                  {t('change')}
                </Button>
              </div>
            </>
          }
        />
      </ActionForm>
    </ActionPage>
  )
}

/** A published reason with its law and what it demands, so that nobody proposes what cannot hold. */
async function asChoice({ reason, wasNotified }: { reason: RejectionReason; wasNotified: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('staff.rejection'), getLocale()])
  const { title, refuses, law } = reasonInLanguage({ reason, locale })
  const needsNotice = t(wasNotified ? 'needsNoticeSent' : 'needsNoticeMissing')
  return {
    value: reason.code,
    label: title,
    hint: (
      <>
        {refuses}
        <span className="block">{law}</span>
        {reason.needsCorrectionNotice && <span className="block font-bold">{needsNotice}</span>}
        {reason.needsHearing && <span className="block font-bold">{t('needsHearing')}</span>}
      </>
    ),
  }
}
