import { useTranslations } from 'next-intl'
import { SummaryList } from '@/components/summary-list'
import type { RejectionReason } from '@/lib/decisions'

/** One row of the published catalogue, as the table has it. */
export function ReasonForRefusal({ reason, inEnglish }: { reason: RejectionReason; inEnglish: boolean }) {
  const t = useTranslations('guide.reasons')
  return (
    <section className="flow-small">
      <h3>{inEnglish ? reason.titleEnglish : reason.title}</h3>
      <SummaryList
        rows={[
          { term: t('refuses'), value: inEnglish ? reason.refusesEnglish : reason.refuses },
          { term: t('nextStep'), value: inEnglish ? reason.nextStepEnglish : reason.nextStep },
          { term: t('law'), value: inEnglish ? reason.lawEnglish : reason.law },
        ]}
      />
    </section>
  )
}
