import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Timeline, type TimelineEntry } from '@/components/timeline'
import type { OwnCase, StoryEntry } from '@/lib/applications'

/** What happened, who acts now and what is still to come, in plain words and right for who reads them. */
export function CaseStory({ found: { story, reader, county, now } }: { found: OwnCase }) {
  const t = useTranslations('applications.story')
  const sayWhat = useSayWhat(county)
  const title = (entry: StoryEntry): string => {
    if (entry.kind === 'ahead') return t(`ahead.${entry.name}`)
    if (entry.kind === 'done') return sayWhat(entry)
    return t(reader === 'principal' ? `nowForPrincipal.${entry.name}` : `now.${entry.name}`)
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

const actsAboutMandate = ['mandate-confirmed', 'mandate-denied', 'mandate-wrong-phone'] as const

/** What a proxy or the person concerned may do, and the other then reads of. */
const actsOfOneOfTwo = [
  'submit',
  'answer-correction',
  'withdraw',
  'hearing-answered',
  'complaint-filed',
  'resident-wrote',
  'rated',
  ...actsAboutMandate,
] as const

function useSayWhat(above: OwnCase['county']) {
  const t = useTranslations('applications.story')
  const county = officeName({ office: above, locale: useLocale() })
  return ({ name, by }: StoryEntry & { kind: 'done' }): string => {
    if (name === 'complaint-escalated') return t('escalatedTo', { county })
    const act = actsOfOneOfTwo.find(known => known === name)
    if (act && by !== null && by !== 'you') return t(`doneBy.${act}`, { who: t(`who.${by}`) })
    const aboutMandate = actsAboutMandate.find(known => known === name)
    return aboutMandate && by === 'you' ? t(`doneByYou.${aboutMandate}`) : t(`done.${name}`)
  }
}
