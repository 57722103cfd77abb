import { getTranslations } from 'next-intl/server'
import { NameField } from '@/app/_names/name-field'
import { Details } from '@/components/details'
import { SelectField } from '@/components/select-field'
import { TextField } from '@/components/text-field'
import { identityDocumentKinds } from '@/lib/identity'

type PersonFieldsProps = {
  typed: Readonly<Record<string, string>>
  /** The person who types: the browser may fill the name in. */
  isOneself: boolean
}

/** Name and document of a parent: the ID card first, other documents for those who have none. */
export async function PersonFields({ typed, isOneself }: PersonFieldsProps) {
  const t = await getTranslations('apply.person')
  const others = identityDocumentKinds.filter(kind => kind !== 'resident-id-card')
  return (
    <>
      <NameField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete={isOneself ? 'name' : 'off'}
        defaultValue={typed.name ?? ''}
      />
      <TextField
        name="idNumber"
        label={t('idNumber')}
        hint={t('idNumberHint')}
        defaultValue={typed.idNumber ?? ''}
      />
      <Details summary={t('noIdCard')} isOpen={Boolean(typed.otherKind || typed.otherNumber)}>
        <SelectField
          name="otherKind"
          label={t('otherKind')}
          placeholder={t('chooseKind')}
          choices={others.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={typed.otherKind ?? ''}
        />
        <TextField name="otherNumber" label={t('otherNumber')} defaultValue={typed.otherNumber ?? ''} />
      </Details>
    </>
  )
}
