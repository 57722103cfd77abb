import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Moment } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import { isCorrectableField, isDocumentToShow, type OwnCase } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'
import { SayFact } from './say-fact'

type Notice = NonNullable<OwnCase['notice']>

/** The one correction notice with everything in it, and, once given, the answer with what it changed. */
export function CorrectionNotice({ found: { application, notice, now } }: { found: OwnCase }) {
  const t = useTranslations('applications.correction')
  if (!notice) return null
  const isOpen = application.status === 'correction_requested'
  const asksToSee = notice.items.some(({ document }) => isDocumentToShow(document))
  return (
    <section className="flow-small">
      <h2>{isOpen ? t('noticeTitle') : t('answeredTitle')}</h2>
      {isOpen && <p>{t('noticeLead')}</p>}
      <SummaryList
        rows={notice.items.flatMap(({ field, what, document }) =>
          isCorrectableField(field)
            ? [{ term: t(`field.${field}`), value: <Item what={what} document={document} /> }]
            : [],
        )}
      />
      <p className="text-small text-ink-soft">
        {t.rich('sent', { when: () => <Moment instant={notice.sentAt} now={now} /> })}
      </p>
      {isOpen && (
        <ButtonLink
          href={applicationAddress({ ...application, page: asksToSee ? 'documents' : 'correction' })}
        >
          {t('go')}
        </ButtonLink>
      )}
      {!isOpen && asksToSee && (
        <p>
          <a href={applicationAddress({ ...application, page: 'documents' })} className="link-target">
            {t('documents.laterTitle')}
          </a>
        </p>
      )}
      <Answer notice={notice} now={now} />
    </section>
  )
}

/** What the office says of a field, and the paper that it asks to see. */
function Item({ what, document }: { what: string; document: string | undefined }) {
  const t = useTranslations('applications.correction.documents')
  return (
    <>
      <span className="whitespace-pre-line">{what}</span>
      {isDocumentToShow(document) && (
        <span className="block">{t('asked', { document: t(`short.${document}`) })}</span>
      )}
    </>
  )
}

function Answer({ notice, now }: { notice: Notice; now: Date }) {
  const t = useTranslations('applications.correction')
  const { answeredAt, answer, corrections } = notice
  if (!answeredAt) return null
  return (
    <>
      <p className="text-small text-ink-soft">
        {t.rich('answered', { when: () => <Moment instant={answeredAt} now={now} /> })}
      </p>
      {corrections && corrections.length > 0 && (
        <ul className="flow-small">
          {corrections.map(correction => (
            <SayFact key={correction.fact} {...correction} />
          ))}
        </ul>
      )}
      {answer && <p className="whitespace-pre-line">{t('words', { words: answer })}</p>}
    </>
  )
}
