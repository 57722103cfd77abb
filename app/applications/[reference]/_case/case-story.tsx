import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { Timeline, type TimelineEntry } from '@/components/timeline'
import { type OwnCase, type StoryEntry, storyOfCase } from '@/lib/applications'

/** What happened, who acts now and what is still to come, in plain words. */
export function CaseStory({ found: { application, signature, events, now } }: { found: OwnCase }) {
  const t = useTranslations('applications.story')
  const story = storyOfCase({
    status: application.status,
    way: signature?.signature.way,
    events: events.map(({ event }) => event),
  })
  const title = (entry: StoryEntry): string => {
    if (entry.kind === 'ahead') return t(`ahead.${entry.name}`)
    return entry.kind === 'now' ? t(`now.${entry.name}`) : t(`done.${entry.name}`)
  }
  const entries = story.map((entry): TimelineEntry => {
    if (entry.kind !== 'done') return { title: title(entry), state: entry.kind }
    return {
      title: title(entry),
      state: 'done',
      when: <Moment instant={entry.at} now={now} />,
      ...(entry.note && { text: t('note', { note: entry.note }) }),
    }
  })
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <Timeline entries={entries} />
    </section>
  )
}
