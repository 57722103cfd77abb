import { useLocale, useTranslations } from 'next-intl'
import { reasonInLanguage } from '@/app/_case/reason-in-language'
import { Remedies } from '@/app/_case/remedies'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { SummaryList } from '@/components/summary-list'
import { type RejectionReason, remediesText } from '@/lib/decisions'
import type { StaffCase } from '@/lib/supervision'
import { ForChoice, Typed } from '../../../_parts/two-steps'

type RejectionPreviewProps = { found: StaffCase; reasons: readonly RejectionReason[] }

/** The notice that the applicant reads once a supervisor has confirmed it, remedies included. */
export function RejectionPreview({ found: { office, application }, reasons }: RejectionPreviewProps) {
  const t = useTranslations('staff.rejection')
  const locale = useLocale()
  const perReason = (part: 'title' | 'law' | 'refuses' | 'nextStep') =>
    Object.fromEntries(reasons.map(reason => [reason.code, reasonInLanguage({ reason, locale })[part]]))
  const chosen = (part: 'title' | 'law' | 'refuses' | 'nextStep') => (
    <ForChoice name="reason" of={perReason(part)} />
  )
  return (
    <Notice title={t('previewTitle')}>
      <p>{t('asRead', { office: officeName({ office, locale }), reference: application.reference })}</p>
      <SummaryList
        rows={[
          { term: t('reason'), value: chosen('title') },
          { term: t('refuses'), value: chosen('refuses') },
          { term: t('law'), value: chosen('law') },
          { term: t('explanation'), value: <Typed name="explanation" /> },
          { term: t('evidence'), value: <Typed name="evidence" /> },
          { term: t('nextStep'), value: chosen('nextStep') },
          { term: t('remedies'), value: <Remedies text={remediesText} /> },
        ]}
      />
      <p className="text-small text-ink-soft">{t('notYet')}</p>
    </Notice>
  )
}
