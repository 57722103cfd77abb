import { useFormatter, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import type { Draft } from '@/lib/applications'
import { shanghaiDayOf } from '@/lib/deadlines'

export type SavedLineProps = { place: { number: number; of: number }; draft: Draft; now: Date }

/** Where one stands, and that it is kept: 第 3 步，共 8 步 · 已保存 10:32. */
export function SavedLine({ place, draft, now }: SavedLineProps) {
  const t = useTranslations('apply')
  const isSaved = Object.keys(draft.answers).length > 0
  return (
    <span>
      {t('progress', place)}
      {isSaved && (
        <>
          {` · ${t('saved')} `}
          <SavedAt instant={draft.savedAt} now={now} />
        </>
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
