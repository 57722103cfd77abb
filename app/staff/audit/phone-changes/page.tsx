import type { Metadata } from 'next'
import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Tag } from '@/components/tag'
import { mayAudit, type OfficePhoneChange, phoneChangesAtOffices } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { auditPages } from '../_room/addresses'
import { AuditPage, NotTheirRoom } from '../_room/audit-page'
import { look } from './look'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone-at-counter.audit')
  return { title: t('title') }
}

/** What an auditor wants here: that no account passed to a stranger's phone by an officer's word alone. */
export default async function PhoneChangesPage({ searchParams }: PageProps<'/staff/audit/phone-changes'>) {
  const viewer = await requireStaff({ back: auditPages.phones })
  if (!mayAudit({ viewer })) return <NotTheirRoom viewer={viewer} />
  const { db } = service()
  const [t, changes, now, asked] = await Promise.all([
    getTranslations('phone-at-counter.audit'),
    phoneChangesAtOffices({ db }),
    serviceNow(db),
    searchParams,
  ])
  return (
    <AuditPage
      viewer={viewer}
      path="phones"
      title={t('title')}
      lead={t('lead')}
      done={asked.done === 'looked' ? t('done') : null}
    >
      {changes.length === 0 && <p>{t('none')}</p>}
      {changes.map(change => (
        <Change key={change.id} change={change} now={now} />
      ))}
    </AuditPage>
  )
}

/** Whether it was disputed, which stays said after it was settled, and whether an auditor has looked. */
function statesOf({ objectedAt, settled, reviewedAt }: OfficePhoneChange) {
  const look = reviewedAt ? ('looked' as const) : ('new' as const)
  if (!objectedAt) return [look]
  return [settled ? ('settled' as const) : ('contested' as const), look]
}

const tones = { contested: 'stop', settled: 'warn', new: 'warn', looked: 'neutral' } as const

function Change({ change, now }: { change: OfficePhoneChange; now: Date }) {
  const t = useTranslations('phone-at-counter')
  const locale = useLocale()
  const { id, changedAt, reference, staffNumber, staffName, documentSeen, reviewedAt } = change
  const office = officeName({
    office: { name: change.officeName, nameEnglish: change.officeNameEnglish },
    locale,
  })
  return (
    <section className="flow-small border-t border-line pt-4">
      <h2 className="flex flex-wrap items-center gap-3 text-base">
        {t('audit.change', { from: change.oldPhoneMasked, to: change.newPhoneMasked })}
        {statesOf(change).map(state => (
          <Tag key={state} tone={tones[state]}>
            {t(`audit.state.${state}`)}
          </Tag>
        ))}
      </h2>
      <p>
        {t.rich('audit.who', {
          name: staffName,
          number: staffNumber,
          office,
          document: t(`document.${documentSeen}`),
          reference: reference ?? '',
          when: () => <Moment instant={changedAt} now={now} />,
        })}
      </p>
      <Dispute change={change} now={now} />
      {reviewedAt ? (
        <p className="text-small text-ink-soft">
          {t.rich('audit.lookedAt', { when: () => <Moment instant={reviewedAt} now={now} /> })}
        </p>
      ) : (
        <form action={look}>
          <input type="hidden" name="change" value={id} />
          <Button kind="secondary">{t('audit.look')}</Button>
        </form>
      )}
    </section>
  )
}

/** That the old number objected, and who settled it, when and where. */
function Dispute({ change: { objectedAt, settled }, now }: { change: OfficePhoneChange; now: Date }) {
  const t = useTranslations('phone-at-counter.audit')
  const locale = useLocale()
  if (!objectedAt) return null
  const when = (instant: Date) => () => <Moment instant={instant} now={now} />
  return (
    <p>
      {t.rich('objected', { when: when(objectedAt) })}
      <span className="block">
        {settled
          ? t.rich('settled', {
              name: settled.staffName,
              number: settled.staffNumber,
              office: officeName({
                office: { name: settled.officeName, nameEnglish: settled.officeNameEnglish },
                locale,
              }),
              when: when(settled.at),
            })
          : t('notSettled')}
      </span>
    </p>
  )
}
