import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { ClockPanel } from '@/components/clock-panel'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import type { Hearing } from '@/lib/certificates'
import { certificateAddress } from './own-certificate'

type HearingNoticeProps = { hearing: Hearing; number: string; now: Date }

/** That the office means to revoke the certificate, why, and until when its holder may speak first. */
export function HearingNotice({ hearing, number, now }: HearingNoticeProps) {
  const t = useTranslations('certificate.hearing')
  const { reason, answer, answerUntil, decidedAt, outcome, note } = hearing
  if (decidedAt) {
    return (
      <section className="flow-small">
        <h2>{t(outcome === 'revoked' ? 'revoked' : 'dropped')}</h2>
        <p className="whitespace-pre-line">{note ?? reason}</p>
      </section>
    )
  }
  if (answer) {
    return (
      <Notice title={t('word')}>
        <p>{t('answered')}</p>
        <h3>{t('reason')}</h3>
        <p className="whitespace-pre-line">{reason}</p>
        <p className="whitespace-pre-line">{t('said', { answer })}</p>
      </Notice>
    )
  }
  return (
    <ClockPanel
      who={t('who')}
      when={<Moment instant={answerUntil} now={now} byName={false} />}
      then={t('then')}
      urgency="red"
      word={t('word')}
    >
      <h3>{t('reason')}</h3>
      <p className="whitespace-pre-line">{reason}</p>
      <ButtonLink href={certificateAddress({ number, page: 'hearing' })}>{t('go')}</ButtonLink>
    </ClockPanel>
  )
}
