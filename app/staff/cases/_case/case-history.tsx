import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Timeline, type TimelineEntry } from '@/components/timeline'
import { isActOfProxy, isEventOfCase, openStatuses, whoActedWithoutStaff } from '@/lib/applications'
import type { StaffCase } from '@/lib/supervision'

type CaseEvent = StaffCase['events'][number]

/** What happened, newest first, and who acts now. */
export function CaseHistory({ found }: { found: StaffCase }) {
  const t = useTranslations('staff.history')
  const locale = useLocale()
  const { application, events, office, now } = found
  const isOpen = openStatuses.some(status => status === application.status)
  const present: TimelineEntry[] = isOpen
    ? [
        {
          state: 'now',
          title: t(application.status === 'accepted' ? 'officeActs' : 'applicantActs', {
            office: officeName({ office, locale }),
          }),
        },
      ]
    : []
  const past = events.toReversed().map(
    (entry): TimelineEntry => ({
      state: 'done',
      title: <EventName name={entry.event.name} />,
      when: <Moment instant={entry.event.at} now={now} />,
      text: <EventText entry={entry} application={application} />,
    }),
  )
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <Timeline entries={[...present, ...past]} />
    </section>
  )
}

/** An event of a case in a word for staff; one without words in staff.history.event does not compile. */
export function EventName({ name }: { name: string }) {
  const t = useTranslations('staff.history.event')
  return <>{isEventOfCase(name) ? t(name) : t('other')}</>
}

const without = {
  applicant: 'byApplicant',
  proxy: 'byProxy',
  'other-parent': 'byOtherParent',
  system: 'bySystem',
} as const

type EventTextProps = { entry: CaseEvent; application: StaffCase['application'] }

function EventText({ entry: { event, staffName, officeName: office }, application }: EventTextProps) {
  const t = useTranslations('staff.history')
  const byResident = event.actor === 'resident'
  const byProxy = isActOfProxy({ residentId: event.residentId, application })
  const who = staffName ?? t(without[whoActedWithoutStaff({ name: event.name, byResident, byProxy })])
  return (
    <>
      {event.name === 'transfer' && office ? t('whoOfOffice', { who, office }) : who}
      {event.note && <span className="block whitespace-pre-line">{t('note', { note: event.note })}</span>}
    </>
  )
}
