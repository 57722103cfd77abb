import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { type StaffViewer, sessionsOf } from '@/lib/identity'
import { service } from '../../../_service'
import { endOthers } from '../end-others'

/** Where a member of staff is signed in, and the button that ends all but this. */
export async function OwnSessions({ viewer, now }: { viewer: StaffViewer; now: Date }) {
  const [t, sessions] = await Promise.all([
    getTranslations('staff-account.sessions'),
    sessionsOf({ viewer }, service()),
  ])
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <ul className="flow-small">
        {sessions.map(({ id, isThis, startedAt, lastSeenAt }) => (
          <li key={id} className="breakable">
            {isThis && <strong>{t('this')} </strong>}
            {t.rich('session', {
              start: () => <Moment instant={startedAt} now={now} />,
              seen: () => <Moment instant={lastSeenAt} now={now} />,
            })}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endOthers}>
          <Button>{t('endOthers')}</Button>
        </form>
      )}
      <p className="text-small text-ink-soft">{t('hint')}</p>
    </section>
  )
}
