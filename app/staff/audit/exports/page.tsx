import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Moment } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import { Tag } from '@/components/tag'
import { TextArea } from '@/components/text-area'
import { type Colleague, exportsFor, type LogExport } from '@/lib/audit'
import { mayAudit } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { WhatIsAsked } from '../_log/what-is-asked'
import { auditPages } from '../_room/addresses'
import { AuditPage, NotTheirRoom } from '../_room/audit-page'
import { whichIsAnswered } from '../_room/which-is-answered'
import { answer } from './answer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('oversight.export')
  return { title: t('title') }
}

/** What the person wants here: to allow or decline a colleague's export, to take their own, to see who took what. */
export default async function ExportsPage({ searchParams }: PageProps<'/staff/audit/exports'>) {
  const viewer = await requireStaff({ back: auditPages.exports })
  const { db } = service()
  const listed = await exportsFor({ viewer }, { db })
  if (!listed.ok) return <NotTheirRoom viewer={viewer} />
  const [t, now, { done, answer: asked }] = await Promise.all([
    getTranslations('oversight.export'),
    serviceNow(db),
    searchParams,
  ])
  const answered = whichIsAnswered({ waiting: listed.value.filter(({ may }) => may === 'answer'), asked })
  return (
    <AuditPage
      viewer={viewer}
      path="exports"
      title={t('title')}
      lead={t('lead')}
      done={isDone(done) ? t(`done.${done}`) : null}
    >
      {mayAudit({ viewer }) && (
        <p>
          <a href={`${auditPages.exports}/new`} className="link-target">
            {t('new')}
          </a>
        </p>
      )}
      {listed.value.length === 0 && <p>{t('none')}</p>}
      {listed.value.map(one => (
        <Export key={one.id} one={one} now={now} isAnswered={one.id === answered} />
      ))}
    </AuditPage>
  )
}

const DONE = ['requested', 'requested-before', 'answered'] as const

function isDone(text: string | string[] | undefined): text is (typeof DONE)[number] {
  return DONE.some(known => known === text)
}

const tones = {
  waits: 'warn',
  allowed: 'ok',
  declined: 'stop',
  taken: 'neutral',
  expired: 'neutral',
} as const

async function Export({ one, now, isAnswered }: { one: LogExport; now: Date; isAnswered: boolean }) {
  const t = await getTranslations('oversight.export')
  const when = (instant: Date) => () => <Moment instant={instant} now={now} />
  const { id, state, may, proof } = one
  const person = ({ name, staffNumber: number }: Colleague) => t('person', { name, number })
  return (
    <section id={`export-${id}`} className="flow-small border-t border-line pt-4">
      <h2 className="flex flex-wrap items-center gap-3 text-base">
        {t.rich('of', { who: person(one.requestedBy), when: when(one.requestedAt) })}
        <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
      </h2>
      <SummaryList
        rows={[
          { term: t('format'), value: t(`formats.${one.format}`) },
          { term: t('what'), value: <WhatIsAsked filter={one.filter} /> },
          { term: t('reason'), value: <span className="whitespace-pre-line">{one.reason}</span> },
          ...(one.answeredAt && one.answeredBy
            ? [
                {
                  term: t('answeredBy'),
                  value: t.rich('answered', {
                    who: person(one.answeredBy),
                    when: when(one.answeredAt),
                    note: one.answerNote ?? '',
                  }),
                },
              ]
            : [{ term: t('until'), value: <Moment instant={one.expiresAt} now={now} /> }]),
          ...(one.takenAt
            ? [
                {
                  term: t('takenAt'),
                  value: t.rich('taken', { when: when(one.takenAt), rows: one.rows ?? 0 }),
                },
              ]
            : []),
          ...(proof ? [{ term: 'SHA-256', value: <span className="break-all">{proof.sha256}</span> }] : []),
        ]}
      />
      {proof && (
        <p>
          <a href={`${auditPages.exports}/${id}/proof`} download className="link-target">
            {t('proof')}
          </a>
        </p>
      )}
      {may === 'take' && (
        <form action={`${auditPages.exports}/${id}/file`} method="post">
          <Button>{t('take')}</Button>
        </form>
      )}
      {may === 'answer' && !isAnswered && (
        <p>
          <a href={`${auditPages.exports}?answer=${id}`}>{t('answerThis')}</a>
        </p>
      )}
      {isAnswered && (
        <div className="max-w-read">
          <KeptForm action={answer} keeps="answer-export" page={auditPages.exports} only={{ export: id }}>
            <input type="hidden" name="export" value={id} />
            <ChoiceField
              name="outcome"
              label={t('decide')}
              choices={[
                { value: 'allowed', label: t('allow') },
                { value: 'declined', label: t('decline') },
              ]}
            />
            <TextArea name="note" label={t('note')} rows={2} />
            <Button>{t('answer')}</Button>
          </KeptForm>
        </div>
      )}
    </section>
  )
}
