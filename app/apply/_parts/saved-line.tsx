import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import type { Draft } from '@/lib/applications'

export type SavedLineProps = { place: { number: number; of: number }; draft: Draft; now: Date }

/** Where one stands, and that it is kept: 第 3 步，共 8 步 · 已保存 今天 10:32. */
export function SavedLine({ place, draft, now }: SavedLineProps) {
  const t = useTranslations('apply')
  const isSaved = Object.keys(draft.answers).length > 0
  return (
    <span>
      {t('progress', place)}
      {isSaved && (
        <>
          {` · ${t('saved')} `}
          <Moment instant={draft.savedAt} now={now} />
        </>
      )}
    </span>
  )
}
