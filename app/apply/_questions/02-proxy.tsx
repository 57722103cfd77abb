import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/text-field'
import type { QuestionFieldsProps } from './question-fields'

export async function ProxyFields({ typed, viewer }: QuestionFieldsProps) {
  const t = await getTranslations('apply.proxy')
  return (
    <TextField
      name="name"
      label={t('title')}
      hint={t('hint', { phone: viewer.maskedPhone })}
      asTitle
      autoComplete="name"
      defaultValue={typed.name ?? ''}
    />
  )
}
