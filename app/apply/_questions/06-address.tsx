import { getLocale, getTranslations } from 'next-intl/server'
import { officeName } from '@/app/staff/_parts/office-name'
import { ChoiceField } from '@/components/choice-field'
import { Details } from '@/components/details'
import { Notice } from '@/components/notice'
import { SelectField } from '@/components/select-field'
import { TextField } from '@/components/text-field'
import { byCounty, type PublishedOffice } from '@/lib/applications'
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
      <SelectField
        name="office"
        label={t('office')}
        placeholder={t('choose')}
        choices={await townshipsByCounty(offices)}
        defaultValue={typed.office ?? ''}
      />
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

/** One list of all townships, a group a county; those that are not open say so. */
async function townshipsByCounty(offices: PublishedOffice[]) {
  const [t, locale] = await Promise.all([getTranslations('apply.address'), getLocale()])
  const labelOf = ({ townshipName, nameEnglish, isOpen }: PublishedOffice) => {
    const name = locale === 'en' ? nameEnglish : townshipName
    return isOpen ? name : t('notOpen', { name })
  }
  return byCounty(offices).map(ofCounty => ({
    label: (locale === 'en' ? ofCounty[0]?.countyNameEnglish : ofCounty[0]?.countyName) ?? '',
    choices: ofCounty.map(office => ({ value: office.code, label: labelOf(office) })),
  }))
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
