import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { TextField } from '@/components/text-field'
import { mayReadQueue } from '@/lib/supervision'
import { requireStaff } from '../_session/viewer'
import { CalmPage } from './_parts/calm-page'
import { StaffHeader } from './_parts/staff-header'
import { FoundTable } from './_queue/found-table'
import { loadQueue } from './_queue/load-queue'
import { MessagesWaiting } from './_queue/messages-waiting'
import { queueAddress, readQueueQuery } from './_queue/queue-address'
import { QueueFigures } from './_queue/queue-figures'
import { QueueFilters } from './_queue/queue-filters'
import { QueueTable } from './_queue/queue-table'
import { QueueKeys } from './queue-keys'
import { search } from './search'
import { takeNext } from './take-next'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff')
  return { title: t('queue.title') }
}

/** What an officer wants here: the case that must be decided first, and how much there is today. */
export default async function QueuePage({ searchParams }: PageProps<'/staff'>) {
  const query = readQueueQuery(await searchParams)
  const path = queueAddress({ ...query, done: null })
  const viewer = await requireStaff({ back: path })
  const t = await getTranslations('staff')
  if (!mayReadQueue({ viewer })) {
    return (
      <CalmPage because="not-permitted" viewer={viewer} path="/staff" title={t('notYourRole.title')}>
        <p>{t('notYourRole.queue')}</p>
      </CalmPage>
    )
  }
  const { rows, next, figures, onTime, offices, found, now } = await loadQueue({ viewer, query })
  const words = { hint: t('keys.hint'), turnOff: t('keys.turnOff'), turnOn: t('keys.turnOn') }
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page width="wide">
        <h1 className="sr-only">{t('queue.title')}</h1>
        {query.done && (
          <Notice tone={query.done === 'nothing-to-take' ? 'neutral' : 'ok'} announced>
            <p>{t(`done.${query.done}`)}</p>
          </Notice>
        )}
        <div className="flex flex-wrap items-center justify-between gap-4">
          <QueueFigures figures={figures} onTime={onTime} />
          <form id="take-next" action={takeNext} className="max-sm:w-full">
            <Button aria-keyshortcuts="N">{t('takeNext')}</Button>
          </form>
        </div>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <QueueFilters query={query} />
          <ActionForm action={search}>
            <div className="flex flex-wrap items-end gap-2">
              <TextField name="search" label={t('search.label')} type="search" maxLength={40} />
              <Button kind="secondary">{t('search.go')}</Button>
            </div>
          </ActionForm>
        </div>
        <MessagesWaiting viewer={viewer} />
        {query.found.length > 0 && <FoundTable found={found} now={now} />}
        {rows.length === 0 ? (
          <EmptyQueue isWhole={path === '/staff'} />
        ) : (
          <div id="queue">
            <QueueTable rows={rows} offices={offices} now={now} />
          </div>
        )}
        <nav aria-label={t('queue.pages')} className="flex flex-wrap gap-x-6">
          {query.after && <a href={queueAddress({ ...query, after: null })}>{t('queue.first')}</a>}
          {next && (
            <a href={queueAddress({ ...query, after: next, found: [], done: null })}>{t('queue.next')}</a>
          )}
        </nav>
        {rows.length > 0 && (
          <p className="text-small text-ink-soft">{t('queue.shown', { count: rows.length })}</p>
        )}
        <QueueKeys region="queue" takeNext="take-next" words={words} />
      </Page>
    </>
  )
}

async function EmptyQueue({ isWhole }: { isWhole: boolean }) {
  const t = await getTranslations('staff.queue')
  return (
    <Notice>
      <p>{isWhole ? t('empty') : t('emptyFiltered')}</p>
      {!isWhole && (
        <p>
          <a href="/staff">{t('showAll')}</a>
        </p>
      )}
    </Notice>
  )
}
