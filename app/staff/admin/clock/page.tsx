import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import { Tag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import { hasTimeMachine, serviceClockNow } from '@/lib/administration'
import { service } from '../../../_service'
import { adminPages } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'
import { travel } from './travel'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.clock')
  return { title: t('title') }
}

/** What somebody who shows the demo wants here: to see a deadline lapse without waiting for days. */
export default async function ClockPage({ searchParams }: PageProps<'/staff/admin/clock'>) {
  if (!hasTimeMachine()) notFound()
  const room = await openRoom(adminPages.clock)
  if ('refusal' in room) return room.refusal
  const [t, clock] = await Promise.all([getTranslations('admin.clock'), serviceClockNow(service().db)])
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.clock}
      title={t('title')}
      lead={t('lead')}
      done={(await searchParams).done === 'moved' ? t('moved') : null}
    >
      <SummaryList
        rows={[
          {
            term: t('now'),
            value: <Moment instant={clock.now} now={clock.now} byName={false} withSeconds />,
            note: <Tag tone={clock.isAhead ? 'warn' : 'neutral'}>{t(clock.isAhead ? 'ahead' : 'real')}</Tag>,
          },
          {
            term: t('nextDue'),
            value: clock.nextDueAt ? <Moment instant={clock.nextDueAt} now={clock.now} /> : t('noneDue'),
          },
        ]}
      />
      {clock.nextDueAt && (
        <ActionForm action={travel}>
          <input type="hidden" name="to" value="next-due" />
          <Button>{t('toNextDue')}</Button>
        </ActionForm>
      )}
      <section className="flow-small border-t border-line pt-5">
        <h2>{t('daysTitle')}</h2>
        <ActionForm action={travel}>
          <input type="hidden" name="to" value="days-ahead" />
          <TextField name="days" label={t('days')} inputMode="numeric" width="short" maxLength={3} />
          <Button kind="secondary">{t('toDays')}</Button>
        </ActionForm>
      </section>
      {clock.isAhead && (
        <section className="flow-small border-t border-line pt-5">
          <h2>{t('back')}</h2>
          <p className="text-ink-soft">{t('backText')}</p>
          <ActionForm action={travel}>
            <input type="hidden" name="to" value="real-time" />
            <Button kind="secondary">{t('back')}</Button>
          </ActionForm>
        </section>
      )}
    </AdminPage>
  )
}
