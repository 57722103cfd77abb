import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { TextArea } from '@/components/text-area'
import { serviceNow } from '@/lib/platform/database'
import { type RequestForAuditor, requestsForAuditor } from '@/lib/privacy'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { auditPages } from '../_room/addresses'
import { AuditPage, NotTheirRoom } from '../_room/audit-page'
import { whichIsAnswered } from '../_room/which-is-answered'
import { answer } from './answer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('oversight.request')
  return { title: t('title') }
}

/** What an auditor wants here: to answer what residents asked about their data, before its day. */
export default async function RequestsPage({ searchParams }: PageProps<'/staff/audit/requests'>) {
  const viewer = await requireStaff({ back: auditPages.requests })
  const { db } = service()
  const listed = await requestsForAuditor(db, { viewer })
  if (!listed.ok) return <NotTheirRoom viewer={viewer} />
  const [t, now, { done, answer: asked }] = await Promise.all([
    getTranslations('oversight.request'),
    serviceNow(db),
    searchParams,
  ])
  const answered = whichIsAnswered({ waiting: listed.value.filter(({ answeredAt }) => !answeredAt), asked })
  return (
    <AuditPage
      viewer={viewer}
      path="requests"
      title={t('title')}
      lead={t('lead')}
      done={done === 'answered' ? t('done') : null}
    >
      {listed.value.length === 0 && <p>{t('none')}</p>}
      {listed.value.map(one => (
        <Request key={one.id} one={one} now={now} isAnswered={one.id === answered} />
      ))}
    </AuditPage>
  )
}

async function Request({ one, now, isAnswered }: { one: RequestForAuditor; now: Date; isAnswered: boolean }) {
  const t = await getTranslations('oversight.request')
  const when = (instant: Date) => () => <Moment instant={instant} now={now} />
  return (
    <section className="flow-small max-w-read border-t border-line pt-4">
      <h2 className="text-base">{t.rich('of', { phone: one.maskedPhone, when: when(one.askedAt) })}</h2>
      <p className="breakable whitespace-pre-line">{one.text}</p>
      {one.answeredAt ? (
        <p className="breakable text-small whitespace-pre-line text-ink-soft">
          {t.rich('answered', { when: when(one.answeredAt), answer: one.answer ?? '' })}
        </p>
      ) : (
        <>
          <p className="text-small text-ink-soft">{t.rich('until', { when: when(one.answerBy) })}</p>
          {isAnswered ? (
            <KeptForm
              action={answer}
              keeps="answer-data-request"
              page={auditPages.requests}
              only={{ request: one.id }}
            >
              <input type="hidden" name="request" value={one.id} />
              <TextArea name="answer" label={t('answer')} rows={4} />
              <Button>{t('send')}</Button>
            </KeptForm>
          ) : (
            <a href={`${auditPages.requests}?answer=${one.id}`}>{t('answerThis')}</a>
          )}
        </>
      )}
    </section>
  )
}
