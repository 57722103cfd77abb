import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/text-area'
import { TickField } from '@/components/tick-field'
import type { CorrectableField } from '@/lib/applications'

/** One declared fact: tick it, and say in words what must be put right. The words appear once it is ticked. */
export function FieldToCorrect({ field, declared }: { field: CorrectableField; declared: string }) {
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
      </div>
    </div>
  )
}
