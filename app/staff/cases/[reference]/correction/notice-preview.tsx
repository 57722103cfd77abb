import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { type CorrectableField, correctableFields, documentThatShows } from '@/lib/applications'
import type { StaffCase } from '@/lib/supervision'
import { Typed, WhereTyped } from '../../../_parts/two-steps'

type NoticePreviewProps = { found: StaffCase; answerBy: Date }

/** Exactly what the applicant reads. */
export function NoticePreview({ found: { office, now }, answerBy }: NoticePreviewProps) {
  const t = useTranslations('staff')
  const locale = useLocale()
  return (
    <Notice title={t('correction.previewTitle')}>
      <p>{t('correction.asRead', { office: officeName({ office, locale }) })}</p>
      <dl className="flow-small">
        {correctableFields.map(field => (
          <WhereTyped key={field} name={field}>
            <div>
              <dt className="font-bold">{t(`field.${field}`)}</dt>
              <dd>
                <Typed name={`words-${field}`} />
                <AskedDocument field={field} />
              </dd>
            </div>
          </WhereTyped>
        ))}
      </dl>
      <p>
        {t.rich('correction.afterwards', {
          until: () => <Moment instant={answerBy} now={now} byName={false} />,
        })}
      </p>
    </Notice>
  )
}

function AskedDocument({ field }: { field: CorrectableField }) {
  const t = useTranslations('staff')
  const document = documentThatShows(field)
  if (!document) return null
  return (
    <WhereTyped name={`document-${field}`}>
      <span className="block">
        {t('correction.previewDocument', { document: t(`documents.document.${document}`) })}
      </span>
    </WhereTyped>
  )
}
