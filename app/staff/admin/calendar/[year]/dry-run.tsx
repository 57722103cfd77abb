import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button, ButtonLink } from '@/components/button'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { previewCalendarYear, readYearNotice, type TypedNotice } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../../_service'
import { StepUp } from '../../../_factor/step-up'
import { calendarYearAddress } from '../../_room/addresses'
import { publish } from './publish'

/** More would not be read; the count above says how many there are. */
const MOST_LISTED = 200

/** What a notice would move, and the button that lets it. */
export async function DryRun({ typed, viewer }: { typed: TypedNotice; viewer: StaffViewer }) {
  const read = readYearNotice(typed)
  if (!read.ok) throw new Error('only a notice that can be read is tried')
  const { db } = service()
  const [t, locale, now, { open, moved, settled }] = await Promise.all([
    getTranslations('admin.calendar'),
    getLocale(),
    serviceNow(db),
    previewCalendarYear({ notice: read.notice }, { db }),
  ])
  const { sourceLink, holidays, makeUpDays } = typed
  const fields = { sourceLink, holidays, makeUpDays }
  const worked = read.notice.days.filter(({ kind }) => kind === 'make-up-working-day').length
  return (
    <>
      <p>{t('days', { holidays: read.notice.days.length - worked, worked })}</p>
      <p>{moved.length > 0 ? t('previewMoved', { open, moved: moved.length }) : t('previewNothing')}</p>
      {moved.length > 0 && (
        <DataTable
          caption={t('previewCaption')}
          head={[t('reference'), t('office'), t('who'), t('from'), t('to')]}
        >
          {moved.slice(0, MOST_LISTED).map(row => (
            <DataRow
              key={`${row.reference} ${row.kind}`}
              cells={[
                <span key="reference" className="whitespace-nowrap">
                  {row.reference}
                </span>,
                officeName({ office: { name: row.officeName, nameEnglish: row.officeNameEnglish }, locale }),
                t(`whoKinds.${row.kind}`),
                <Moment key="from" instant={row.dueAt} now={now} byName={false} />,
                <strong key="to">
                  <Moment instant={row.movesTo} now={now} byName={false} />
                </strong>,
              ]}
            />
          ))}
        </DataTable>
      )}
      {moved.length > MOST_LISTED && <p>{t('previewMore', { count: MOST_LISTED })}</p>}
      {settled > 0 && <p>{t('previewSettled', { count: settled })}</p>}
      <ActionForm action={publish}>
        <input type="hidden" name="year" value={typed.year} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <StepUp viewer={viewer} of="calendar" />
        <div className="flex flex-wrap gap-4">
          <Button>{t('apply')}</Button>
          <ButtonLink
            kind="secondary"
            href={`${calendarYearAddress(typed)}?${new URLSearchParams({ ...fields, step: 'edit' })}`}
          >
            {t('change')}
          </ButtonLink>
        </div>
      </ActionForm>
    </>
  )
}
