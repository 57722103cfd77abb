import { useTranslations } from 'next-intl'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import { TextArea } from '@/components/text-area'
import type { Hearing } from '@/lib/certificates'
import type { StaffViewer } from '@/lib/identity'
import { StepUp } from '../../_factor/step-up'
import { certificateAddress } from './address'
import { decide } from './decide'

const asWritten = (text: string) => <span className="whitespace-pre-line">{text}</span>

type RunningHearingProps = { hearing: Hearing; viewer: StaffViewer; number: string; now: Date }

/** A hearing that waits for the holder, or for a decision. */
export function RunningHearing({ hearing, viewer, number, now }: RunningHearingProps) {
  const t = useTranslations('revocation.running')
  const isHeard = hearing.answeredAt !== null || now > hearing.answerUntil
  return (
    <section className="flow">
      <h2>{t('title')}</h2>
      <SummaryList
        rows={[
          { term: t('openedAt'), value: <Moment instant={hearing.openedAt} now={now} /> },
          { term: t('reason'), value: asWritten(hearing.reason) },
          { term: t('until'), value: <Moment instant={hearing.answerUntil} now={now} /> },
          { term: t('answer'), value: hearing.answer ? asWritten(hearing.answer) : t('noAnswer') },
        ]}
      />
      {!isHeard && <p>{t('notYet')}</p>}
      <KeptForm action={decide} keeps="decide-hearing" page={certificateAddress(number)}>
        <input type="hidden" name="number" value={number} />
        <TextArea name="note" label={t('note')} hint={t('noteHint')} />
        <StepUp viewer={viewer} of="decide" />
        <div className="flex flex-wrap gap-4">
          <Button kind="secondary" name="outcome" value="dropped">
            {t('drop')}
          </Button>
          {isHeard && (
            <Button kind="stop" name="outcome" value="revoked">
              {t('revoke')}
            </Button>
          )}
        </div>
      </KeptForm>
    </section>
  )
}

/** How the last hearing ended. */
export function EndedHearing({ hearing, now }: { hearing: Hearing; now: Date }) {
  const t = useTranslations('revocation')
  const { outcome, openedAt, decidedAt, note, answer, reason } = hearing
  if (!outcome || !decidedAt) return null
  return (
    <section className="flow-small">
      <h2>{t(`ended.${outcome}`)}</h2>
      <SummaryList
        rows={[
          { term: t('running.openedAt'), value: <Moment instant={openedAt} now={now} /> },
          { term: t('ended.reason'), value: asWritten(reason) },
          { term: t('running.answer'), value: answer ? asWritten(answer) : t('ended.noAnswer') },
          { term: t('ended.decidedAt'), value: <Moment instant={decidedAt} now={now} /> },
          { term: t('ended.note'), value: asWritten(note ?? '') },
        ]}
      />
    </section>
  )
}
