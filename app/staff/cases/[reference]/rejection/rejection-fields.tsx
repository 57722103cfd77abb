import { useLocale, useTranslations } from 'next-intl'
import { reasonInLanguage } from '@/app/_case/reason-in-language'
import { Button } from '@/components/button'
import { type Choice, ChoiceField } from '@/components/choice-field'
import { TextArea } from '@/components/text-area'
import { type RejectionReason, SHORTEST_EXPLANATION } from '@/lib/decisions'
import type { StaffCase } from '@/lib/supervision'

type RejectionFieldsProps = { found: StaffCase; reasons: readonly RejectionReason[] }

/** What a proposal needs; one that a supervisor returned is there to be mended. */
export function RejectionFields({ found, reasons }: RejectionFieldsProps) {
  const t = useTranslations('staff.rejection')
  const asChoice = useReasonAsChoice({ wasNotified: found.notice !== null })
  const before = found.returned?.proposal
  return (
    <>
      <ChoiceField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        choices={reasons.map(asChoice)}
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
  )
}

/** A published reason with its law and what it demands, so that nobody proposes what cannot hold. */
function useReasonAsChoice({ wasNotified }: { wasNotified: boolean }): (reason: RejectionReason) => Choice {
  const t = useTranslations('staff.rejection')
  const locale = useLocale()
  return reason => {
    const { title, refuses, law } = reasonInLanguage({ reason, locale })
    const notice = t(wasNotified ? 'needsNoticeSent' : 'needsNoticeMissing')
    return {
      value: reason.code,
      label: title,
      hint: (
        <>
          {refuses}
          <span className="block">{law}</span>
          {reason.needsCorrectionNotice && <span className="block font-bold">{notice}</span>}
          {reason.needsHearing && <span className="block font-bold">{t('needsHearing')}</span>}
        </>
      ),
    }
  }
}
