import { useTranslations } from 'next-intl'
import { NameField } from '@/app/_names/name-field'
import { ChoiceField } from '@/components/choice-field'
import { DateFields } from '@/components/date-fields'
import { SelectField } from '@/components/select-field'
import { TextField } from '@/components/text-field'
import type { DeclaredFact } from '@/lib/applications'
import { identityDocumentKinds } from '@/lib/identity'

/** The box of one fact, with what it says now. */
export function FactField({ fact, value }: { fact: DeclaredFact; value: string | null }) {
  const t = useTranslations('applications')
  const tKind = useTranslations('apply.person.kind')
  const field = { name: fact, label: t(`fact.${fact}`), defaultValue: value ?? '' }
  switch (fact) {
    case 'applicant-document-kind':
    case 'other-parent-document-kind':
      return (
        <SelectField
          {...field}
          choices={identityDocumentKinds.map(kind => ({ value: kind, label: tKind(kind) }))}
        />
      )
    case 'address-basis':
      return (
        <ChoiceField
          {...field}
          choices={[
            { value: 'household', label: t('value.household') },
            { value: 'residence', label: t('value.residence') },
          ]}
        />
      )
    case 'stage':
      return (
        <ChoiceField
          {...field}
          choices={[
            { value: 'expecting', label: t('value.expecting') },
            { value: 'born', label: t('value.born') },
          ]}
        />
      )
    case 'child-birth-date':
      return <DateFields {...field} hint={t('correction.onlyIfBorn')} />
    case 'birth-certificate-number':
      return <TextField {...field} hint={t('correction.onlyIfBorn')} optional maxLength={40} />
    case 'address-detail':
      return <TextField {...field} width="full" maxLength={200} />
    case 'applicant-name':
    case 'other-parent-name':
      return <NameField {...field} name={fact} maxLength={100} />
    default:
      return <TextField {...field} maxLength={100} />
  }
}
