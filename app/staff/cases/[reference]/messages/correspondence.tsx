import { useTranslations } from 'next-intl'
import { Letters } from '@/components/letters'
import { Moment } from '@/components/moment'
import type { MessageOfCase } from '@/lib/messages'

type CorrespondenceProps = { letters: readonly MessageOfCase[]; now: Date }

/** The whole correspondence as the office reads it. */
export function Correspondence({ letters, now }: CorrespondenceProps) {
  const t = useTranslations('correspondence.staff')
  return (
    <Letters
      letters={letters.map(letter => {
        const isOwn = letter.sender === 'office'
        return {
          id: letter.id,
          text: letter.text,
          isOwn,
          who: isOwn ? letter.staffName : t('applicant'),
          when: <Moment instant={letter.sentAt} now={now} />,
          state: isOwn ? t(letter.readAt ? 'readBy' : 'notRead') : <Waits letter={letter} now={now} />,
        }
      })}
    />
  )
}

/** By when the applicant was promised an answer, as long as none was given. */
export function Waits({ letter: { settledAt, answerBy }, now }: { letter: MessageOfCase; now: Date }) {
  const t = useTranslations('correspondence.staff')
  if (settledAt || !answerBy) return <>{t('answered')}</>
  return (
    <strong>
      {t.rich(answerBy < now ? 'late' : 'waits', { when: () => <Moment instant={answerBy} now={now} /> })}
    </strong>
  )
}
