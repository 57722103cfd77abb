import { useFormatter, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import type { Draft } from '@/lib/applications'
import { shanghaiDayOf } from '@/lib/deadlines'
import { SavedWhileTyping } from './saved-while-typing'

export type SavedLineProps = {
  place: { number: number; of: number }
  draft: Draft
  now: Date
  /** The form that is saved while somebody types, by its id, and where its words go. */
  whileTyping?: { form: string; address: string }
}

/** Where one stands, and that it is kept: 第 3 步，共 8 步 · 已保存 10:32. */
export function SavedLine({ place, draft, now, whileTyping }: SavedLineProps) {
  const t = useTranslations('apply')
  const saved = Object.keys(draft.answers).length > 0 && (
    <>
      {` · ${t('saved')} `}
      <SavedAt instant={draft.savedAt} now={now} />
    </>
  )
  const words = { saved: t('saved'), notSaved: t('notSaved') }
  return (
    <span>
      {t('progress', place)}
      {whileTyping ? (
        <SavedWhileTyping {...whileTyping} savedAt={draft.savedAt.getTime()} words={words}>
          {saved}
        </SavedWhileTyping>
      ) : (
        saved
      )}
    </span>
  )
}

/** The hour alone where it was today, so that the line stays one line on an old phone. */
function SavedAt({ instant, now }: { instant: Date; now: Date }) {
  const format = useFormatter()
  if (shanghaiDayOf(instant) !== shanghaiDayOf(now)) return <Moment instant={instant} now={now} />
  return (
    <time dateTime={instant.toISOString()}>
      {format.dateTime(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
    </time>
  )
}
