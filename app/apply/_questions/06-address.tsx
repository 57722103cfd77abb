import { getLocale, getTranslations } from 'next-intl/server'
import { ChoiceField } from '@/components/choice-field'
import { Details } from '@/components/details'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { TextField } from '@/components/text-field'
import type { PublishedOffice } from '@/lib/applications'
import { OfficeField } from '../_parts/office-field'
import { QuestionTitle } from '../_parts/question-title'
import type { QuestionFieldsProps } from './question-fields'

export async function AddressFields({ typed, offices }: QuestionFieldsProps) {
  const t = await getTranslations('apply.address')
  const locale = await getLocale()
  const found = offices.find(({ code, isOpen }) => isOpen && code === typed.office)
  return (
    <>
      <QuestionTitle title={t('title')} lead={t('lead')} />
      <ChoiceField
        name="basis"
        label={t('basis')}
        defaultValue={typed.basis ?? ''}
        choices={(['residence', 'household'] as const).map(value => ({
          value,
          label: t(value),
          hint: t(`${value}Hint`),
        }))}
      />
      <OfficeField typed={typed} offices={offices} />
      <TextField
        name="detail"
        label={t('detail')}
        hint={t('detailHint')}
        width="full"
        autoComplete="street-address"
        defaultValue={typed.detail ?? ''}
      />
      {found && (
        <Notice tone="ok" title={t('found', { office: officeName({ office: found, locale }) })}>
          <p>{found.address}</p>
          <p className="whitespace-nowrap">{found.phone}</p>
        </Notice>
      )}
      <NotThere open={offices.filter(({ isOpen }) => isOpen)} />
    </>
  )
}

/** The way on for those whose own township takes no applications online yet. */
async function NotThere({ open }: { open: PublishedOffice[] }) {
  const [t, locale] = await Promise.all([getTranslations('apply.address'), getLocale()])
  const names = open.map(office => (locale === 'en' ? office.nameEnglish : office.townshipName))
  return (
    <Details summary={t('notThere.title')}>
      <p>{t('notThere.text', { count: open.length, names: names.join(locale === 'en' ? ', ' : '、') })}</p>
    </Details>
  )
}
