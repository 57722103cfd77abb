import { useTranslations } from 'next-intl'
import { CivilDate, Moment } from '@/components/moment'
import type { CorrectedFact } from '@/db/schema'
import { isCorrectableField, isDeclaredFact, isDocumentToShow } from '@/lib/applications'
import { isIdentityDocumentKind, maskIdNumber } from '@/lib/identity/rules'
import type { StaffCase } from '@/lib/supervision'
import { caseAddress } from '../../_parts/addresses'

/** The one correction notice of the case: what it asked, what the applicant answered, and what changed by it. */
export function CorrectionAnswer({ found: { notice, now, application } }: { found: StaffCase }) {
  const t = useTranslations('staff.notice')
  const field = useTranslations('staff.field')
  const tDocuments = useTranslations('staff.documents')
  if (!notice) return null
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <p className="text-small text-ink-soft">
        {t.rich('sent', {
          name: notice.sentBy ?? '',
          when: () => <Moment instant={notice.sentAt} now={now} />,
        })}
      </p>
      <dl className="border-t border-line">
        {notice.items.map(item => (
          <div
            key={item.field}
            className="border-b border-line py-2.5 sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-4"
          >
            <dt className="text-ink-soft">
              {isCorrectableField(item.field) ? field(item.field) : item.field}
            </dt>
            <dd className="whitespace-pre-line">
              {item.what}
              {isDocumentToShow(item.document) && (
                <span className="block text-small text-ink-soft">
                  {t('askedDocument', { document: tDocuments(`document.${item.document}`) })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {notice.answeredAt ? (
        <div className="flow-small border-l-4 border-brand pl-4">
          <h3>
            {t('answer')}{' '}
            <span className="text-small font-normal text-ink-soft">
              <Moment instant={notice.answeredAt} now={now} />
            </span>
          </h3>
          {notice.answer && <p className="whitespace-pre-line">{notice.answer}</p>}
          {notice.items.some(({ document }) => document) && (
            <p>
              <a
                href={caseAddress({ reference: application.reference, page: 'documents' })}
                className="link-target"
              >
                {tDocuments('open')}
              </a>
            </p>
          )}
          {notice.corrections && <CorrectedFacts corrections={notice.corrections} />}
        </div>
      ) : (
        <p>{t('unanswered')}</p>
      )}
    </section>
  )
}

/** What each fact said before and says now. */
function CorrectedFacts({ corrections }: { corrections: readonly CorrectedFact[] }) {
  const t = useTranslations('staff')
  if (corrections.length === 0) return <p>{t('notice.nothingChanged')}</p>
  return (
    <dl className="flow-small">
      {corrections.map(({ fact, before, after }) => (
        <div key={fact} className="sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-4">
          <dt className="text-ink-soft">{isDeclaredFact(fact) ? t(`fact.${fact}`) : fact}</dt>
          <dd>
            <del className="text-ink-soft">
              <FactValue fact={fact} value={before} />
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins className="font-bold no-underline">
              <FactValue fact={fact} value={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A fact's value in words; of a document's number as much as any page shows without a logged click. */
function FactValue({ fact, value }: { fact: string; value: string | null }) {
  const t = useTranslations('staff')
  if (value === null) return <>{t('notice.none')}</>
  if (fact.endsWith('document-number')) return <>{maskIdNumber(value)}</>
  if (fact.endsWith('document-kind') && isIdentityDocumentKind(value)) return <>{t(`document.${value}`)}</>
  if (fact === 'address-basis') return <>{t(`basis.${value === 'household' ? 'household' : 'residence'}`)}</>
  if (fact === 'stage') return <>{t(value === 'born' ? 'notice.born' : 'facts.expecting')}</>
  if (fact === 'child-birth-date') return <CivilDate date={value} />
  return <>{value}</>
}
