import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Letters } from '@/components/letters'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Tag } from '@/components/tag'
import type { MessageOfCase } from '@/lib/messages'

type CorrespondenceProps = { letters: readonly MessageOfCase[]; now: Date }

/** The whole correspondence as the applicant reads it. */
export function Correspondence({ letters, now }: CorrespondenceProps) {
  const t = useTranslations('correspondence')
  const locale = useLocale()
  return (
    <Letters
      letters={letters.map(letter => {
        const { id, sender, sentAt, text, staffName } = letter
        const isOwn = sender === 'resident'
        const office = officeName({
          office: { name: letter.officeName, nameEnglish: letter.officeNameEnglish },
          locale,
        })
        return {
          id,
          text,
          isOwn,
          who: isOwn ? t('you') : t('from', { name: staffName ?? '', office }),
          when: <Moment instant={sentAt} now={now} />,
          state: isOwn && <StateOfOwn letter={letter} now={now} />,
          mark: !isOwn && !letter.readAt && <Tag tone="ok">{t('new')}</Tag>,
        }
      })}
    />
  )
}

/** By when an answer comes while none has; before that, whether the office has seen it. */
function StateOfOwn({
  letter: { settledAt, readAt, answerBy },
  now,
}: {
  letter: MessageOfCase
  now: Date
}): ReactNode {
  const t = useTranslations('correspondence')
  if (settledAt || !answerBy) return null
  const when = () => <Moment instant={answerBy} now={now} byName={false} />
  return (
    <>
      {readAt && <>{t('readBy')} · </>}
      {t.rich(answerBy < now ? 'late' : 'waits', { when })}
    </>
  )
}
