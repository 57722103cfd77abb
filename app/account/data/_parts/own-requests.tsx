import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import type { DataRequest } from '@/lib/privacy'

/** What was asked for, when, and what came of it: the newest first. */
export function OwnRequests({ requests, now }: { requests: readonly DataRequest[]; now: Date }) {
  const t = useTranslations('data-rights.requests')
  return (
    <section id="requests" className="flow-small">
      <h2>{t('title')}</h2>
      {requests.length === 0 && <p>{t('none')}</p>}
      <ul className="flow-small breakable">
        {requests.map(({ id, kind, text, askedAt, answerBy, answeredAt, answer }) => (
          <li key={id} id={`request-${id}`}>
            {t.rich('asked', { kind: t(`kind.${kind}`), when: () => <Moment instant={askedAt} now={now} /> })}
            {text && <span className="block whitespace-pre-line">{text}</span>}
            <span className="block text-small text-ink-soft">
              {answeredAt
                ? t.rich('answered', { when: () => <Moment instant={answeredAt} now={now} /> })
                : t.rich('waits', { when: () => <Moment instant={answerBy} now={now} /> })}
            </span>
            {answer && <span className="block whitespace-pre-line">{t('answer', { answer })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
