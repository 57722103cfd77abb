import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ClockPanel } from '@/components/clock-panel'
import { CivilDate, Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { PublishedOffice } from '@/lib/applications'
import { answerIfAppliedNow, shanghaiDayOf } from '@/lib/deadlines'

/** By when the office must answer if the application is sent at this moment, and from when that counts. */
export async function AnswerByWhen({ office, isProxy }: { office: PublishedOffice; isProxy: boolean }) {
  const [t, locale, answer] = await Promise.all([
    getTranslations('apply.sign'),
    getLocale(),
    answerIfAppliedNow({ ...service(), officeCode: office.code }),
  ])
  const isAfterHours = answer.startsOn !== shanghaiDayOf(answer.now)
  return (
    <ClockPanel
      who={t('answer', { office: officeName({ office, locale }) })}
      when={<Moment instant={answer.dueAt} now={answer.now} byName={false} />}
      then={t(isProxy ? 'lapseForProxy' : 'lapse')}
      urgency="green"
      word={t('clock')}
    >
      {isAfterHours && (
        <p>
          {t.rich('afterHours', {
            day: () => <CivilDate date={answer.startsOn} now={answer.now} byName={false} />,
          })}
        </p>
      )}
    </ClockPanel>
  )
}
