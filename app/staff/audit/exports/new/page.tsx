import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { TextArea } from '@/components/text-area'
import { EXPORT_OPEN_HOURS, MOST_EXPORTED, SHORTEST_EXPORT_REASON } from '@/lib/audit'
import { mayAudit } from '@/lib/identity'
import { requireStaff } from '../../../../_session/viewer'
import { logAddress, readLogQuery } from '../../_log/log-query'
import { WhatIsAsked } from '../../_log/what-is-asked'
import { newExportPage } from '../../_room/addresses'
import { AuditPage, NotTheirRoom } from '../../_room/audit-page'
import { request } from './request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('oversight.export')
  return { title: t('new') }
}

/** What an auditor wants here: to take what the search found along, and to say what for. */
export default async function NewExportPage({ searchParams }: PageProps<'/staff/audit/exports/new'>) {
  const { filter } = readLogQuery(await searchParams)
  const viewer = await requireStaff({ back: logAddress({ filter, toExport: true }) })
  if (!mayAudit({ viewer })) return <NotTheirRoom viewer={viewer} />
  const t = await getTranslations('oversight.export')
  return (
    <AuditPage
      viewer={viewer}
      path="exports"
      title={t('new')}
      lead={t('newLead', { hours: EXPORT_OPEN_HOURS })}
    >
      <WhatIsAsked filter={filter} />
      <p className="text-small text-ink-soft">{t('hint', { most: MOST_EXPORTED })}</p>
      <section className="max-w-read">
        <KeptForm action={request} keeps="request-export" page={newExportPage}>
          {Object.entries(filter).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value ?? ''} />
          ))}
          <ChoiceField
            name="format"
            label={t('format')}
            defaultValue="xlsx"
            choices={[
              { value: 'xlsx', label: t('formats.xlsx') },
              { value: 'csv', label: t('formats.csv') },
            ]}
          />
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint', { minimumLength: SHORTEST_EXPORT_REASON })}
            rows={3}
          />
          <Button>{t('request')}</Button>
        </KeptForm>
      </section>
    </AuditPage>
  )
}
