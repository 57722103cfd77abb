import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { serviceNow } from '@/lib/platform/database'
import { erasuresByRule } from '@/lib/privacy'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { logAddress, noFilter } from '../_log/log-query'
import { auditPages } from '../_room/addresses'
import { AuditPage, NotTheirRoom } from '../_room/audit-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('oversight.erasure')
  return { title: t('title') }
}

/** What an auditor wants here: to see that nothing is kept longer than its rule says. */
export default async function ErasuresPage() {
  const viewer = await requireStaff({ back: auditPages.erasures })
  const { db } = service()
  const listed = await erasuresByRule({ viewer }, { db })
  if (!listed.ok) return <NotTheirRoom viewer={viewer} />
  const [t, tKept, locale, now] = await Promise.all([
    getTranslations('oversight.erasure'),
    getTranslations('privacy.kept'),
    getLocale(),
    serviceNow(db),
  ])
  const head = [t('kind'), t('keptFor'), t('erased'), t('law')]
  return (
    <AuditPage viewer={viewer} path="erasures" title={t('title')} lead={t('lead')}>
      <DataTable caption={t('title')} head={head} stacks>
        {listed.value.map(({ rule, lately, inAll, lastAt }) => (
          <DataRow
            key={rule.kind}
            cells={[
              tKept(`kind.${rule.kind}`),
              <span key="kept" className="whitespace-nowrap">
                {tKept(rule.unit, { count: rule.keptFor })}
              </span>,
              <span key="erased">
                {lastAt
                  ? t.rich('counts', { lately, inAll, when: () => <Moment instant={lastAt} now={now} /> })
                  : t('never')}
              </span>,
              locale === 'en' ? rule.lawEnglish : rule.law,
            ]}
          />
        ))}
      </DataTable>
      <p>
        <a href={logAddress({ filter: { ...noFilter, action: 'records-erased' } })} className="link-target">
          {t('log')}
        </a>
      </p>
    </AuditPage>
  )
}
