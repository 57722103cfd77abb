import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { TextArea } from '@/components/text-area'
import { TickField } from '@/components/tick-field'
import { type CorrectableField, correctableFields, documentThatShows } from '@/lib/applications'

/** The checklist of everything that was declared, each with what it says now. */
export function FieldsToCorrect({ declared }: { declared: Record<CorrectableField, string> }) {
  const t = useTranslations('staff.correction')
  return (
    <>
      <fieldset className="flow-small">
        <legend className="text-lead font-bold">{t('list')}</legend>
        <p className="text-ink-soft">{t('listHint')}</p>
        {correctableFields.map(field => (
          <FieldToCorrect key={field} field={field} declared={declared[field]} />
        ))}
      </fieldset>
      <Button name="step" value="preview">
        {t('preview')}
      </Button>
    </>
  )
}

/** One declared fact: tick it, and say in words what must be put right. The words appear once it is ticked. */
function FieldToCorrect({ field, declared }: { field: CorrectableField; declared: string }) {
  const t = useTranslations('staff')
  return (
    <div className="group">
      <TickField name={field} label={t(`field.${field}`)} hint={declared} />
      <div className="hidden pt-2 pl-8 group-has-checked:block">
        <TextArea
          name={`words-${field}`}
          label={t('correction.words', { field: t(`field.${field}`) })}
          hint={t('correction.wordsHint')}
          defaultValue={t(`correction.suggestion.${field}`)}
          rows={2}
        />
        <DocumentToAskFor field={field} />
      </div>
    </div>
  )
}

/** The one paper that shows this fact, if the promise and a look-up are not enough. No other can be asked for. */
function DocumentToAskFor({ field }: { field: CorrectableField }) {
  const t = useTranslations('staff')
  const document = documentThatShows(field)
  if (!document) return null
  return (
    <TickField
      name={`document-${field}`}
      label={t('correction.askDocument', { document: t(`documents.document.${document}`) })}
      hint={t('correction.askDocumentHint')}
    />
  )
}
