import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Tag } from '@/components/tag'
import { TextArea } from '@/components/text-area'
import { type AccessAlert, accessAlertsFor, accessLimits } from '@/lib/audit'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { logAddress, noFilter } from '../_log/log-query'
import { auditPages } from '../_room/addresses'
import { AuditPage, NotTheirRoom } from '../_room/audit-page'
import { whichIsAnswered } from '../_room/which-is-answered'
import { close } from './close'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('oversight.alert')
  return { title: t('title') }
}

/** What an auditor wants here: to see looks that are out of the ordinary, ask, and write down what was found. */
export default async function AlertsPage({ searchParams }: PageProps<'/staff/audit/alerts'>) {
  const viewer = await requireStaff({ back: auditPages.alerts })
  const { db } = service()
  const listed = await accessAlertsFor({ viewer }, { db })
  if (!listed.ok) return <NotTheirRoom viewer={viewer} />
  const [t, now, asked] = await Promise.all([
    getTranslations('oversight.alert'),
    serviceNow(db),
    searchParams,
  ])
  const open = listed.value.filter(({ closedAt }) => closedAt === null)
  const answered = whichIsAnswered({ waiting: open, asked: asked.answer })
  return (
    <AuditPage
      viewer={viewer}
      path="alerts"
      title={t('title')}
      lead={t('lead')}
      done={asked.done === 'closed' ? t('done') : null}
    >
      <p className="max-w-read text-small text-ink-soft">{t('rules', accessLimits)}</p>
      {listed.value.length === 0 && <p>{t('none')}</p>}
      {listed.value.map(one => (
        <Alert key={one.id} one={one} now={now} isAnswered={one.id === answered} />
      ))}
    </AuditPage>
  )
}

async function Alert({ one, now, isAnswered }: { one: AccessAlert; now: Date; isAnswered: boolean }) {
  const t = await getTranslations('oversight.alert')
  const { id, rule, staffNumber, staffName, reference, looks, firstAt, lastAt, closedAt, closedBy, note } =
    one
  const when = (instant: Date) => () => <Moment instant={instant} now={now} />
  const lookedAt = { ...noFilter, staffNumber, action: 'case-viewed' as const, reference }
  return (
    <section className="flow-small border-t border-line pt-4">
      <h2 className="flex flex-wrap items-center gap-3 text-base">
        {t(`rule.${rule}`)}
        <Tag tone={closedAt ? 'neutral' : 'warn'}>{t(closedAt ? 'closed' : 'open')}</Tag>
      </h2>
      <p>
        {t.rich('who', {
          name: staffName,
          number: staffNumber,
          looks,
          first: when(firstAt),
          last: when(lastAt),
        })}
        <a href={logAddress({ filter: lookedAt })}>{t('see')}</a>
      </p>
      {closedAt && (
        <p className="breakable text-small whitespace-pre-line text-ink-soft">
          {t.rich('closedBy', { who: closedBy ?? '', when: when(closedAt), note: note ?? '' })}
        </p>
      )}
      {!closedAt && !isAnswered && (
        <p>
          <a href={`${auditPages.alerts}?answer=${id}`}>{t('closeThis')}</a>
        </p>
      )}
      {isAnswered && (
        <div className="max-w-read">
          <KeptForm action={close} keeps="close-alert" page={auditPages.alerts} only={{ alert: String(id) }}>
            <input type="hidden" name="alert" value={id} />
            <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={3} />
            <Button>{t('close')}</Button>
          </KeptForm>
        </div>
      )}
    </section>
  )
}
