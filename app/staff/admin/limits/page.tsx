import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { DataRow, DataTable } from '@/components/data-table'
import { DateFields } from '@/components/date-fields'
import { CivilDate } from '@/components/moment'
import { SelectField } from '@/components/select-field'
import { Tag } from '@/components/tag'
import { TextField } from '@/components/text-field'
import { allTimeLimits, timeLimitKinds } from '@/lib/administration'
import { shanghaiDayOf, type TimeLimit } from '@/lib/deadlines'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { StepUp } from '../../_factor/step-up'
import { adminPages } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'
import { add } from './add'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.limit')
  return { title: t('title') }
}

/** What an administrator wants here: which limit holds from when by which law, and to announce the next. */
export default async function LimitsPage({ searchParams }: PageProps<'/staff/admin/limits'>) {
  const room = await openRoom(adminPages.limits)
  if ('refusal' in room) return room.refusal
  const { db } = service()
  const [t, locale, now, limits] = await Promise.all([
    getTranslations('admin.limit'),
    getLocale(),
    serviceNow(db),
    allTimeLimits(db),
  ])
  const head = [t('kind'), t('days'), t('from'), t('state'), t('law')]
  const tones = { inForce: 'ok', ahead: 'warn', past: 'neutral' } as const
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.limits}
      title={t('title')}
      lead={t('lead')}
      width="wide"
      done={(await searchParams).done === 'saved' ? t('saved') : null}
    >
      <DataTable caption={t('caption')} head={head}>
        {timeLimitKinds.flatMap(kind =>
          limits
            .filter(limit => limit.kind === kind)
            .map((limit, index, ofKind) => {
              const state = stateOf({ limit, ofKind, today: shanghaiDayOf(now) })
              return (
                <DataRow
                  key={`${kind} ${limit.fromDate}`}
                  cells={[
                    <span key="kind" className="whitespace-nowrap">
                      {index === 0 && t(`kinds.${kind}`)}
                    </span>,
                    limit.workingDays,
                    <CivilDate key="from" date={limit.fromDate} now={now} byName={false} />,
                    <Tag key="state" tone={tones[state]}>
                      {t(state)}
                    </Tag>,
                    <span key="law" className="block min-w-[18rem]">
                      {locale === 'en' ? limit.lawEnglish : limit.law}
                    </span>,
                  ]}
                />
              )
            }),
        )}
      </DataTable>
      <section className="flow max-w-read">
        <h2>{t('add')}</h2>
        <KeptForm action={add} keeps="add-limit" page={adminPages.limits}>
          <SelectField
            name="kind"
            label={t('kind')}
            placeholder={t('choose')}
            choices={timeLimitKinds.map(kind => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <TextField
            name="workingDays"
            label={t('workingDays')}
            inputMode="numeric"
            width="short"
            maxLength={3}
          />
          <DateFields name="fromDate" label={t('fromDate')} hint={t('fromHint')} />
          <TextField name="law" label={t('lawPrompt')} hint={t('lawHint')} width="full" maxLength={300} />
          <TextField name="lawEnglish" label={t('lawEnglish')} width="full" maxLength={300} />
          <StepUp viewer={room.viewer} of="limit" />
          <Button>{t('save')}</Button>
        </KeptForm>
      </section>
    </AdminPage>
  )
}

/** `ofKind` has the latest first: in force is the first whose day has come. */
function stateOf({
  limit,
  ofKind,
  today,
}: {
  limit: TimeLimit
  ofKind: TimeLimit[]
  today: string
}): 'inForce' | 'ahead' | 'past' {
  if (limit.fromDate > today) return 'ahead'
  return ofKind.find(({ fromDate }) => fromDate <= today) === limit ? 'inForce' : 'past'
}
