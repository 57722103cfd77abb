import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { SelectField } from '@/components/select-field'
import { TextField } from '@/components/text-field'
import { byCounty, type PublishedOffice } from '@/lib/applications'
import { findOffices } from '@/lib/offices'

type OfficeFieldProps = { typed: Readonly<Record<string, string>>; offices: PublishedOffice[] }

/** More are no help any longer: then the list of all is shorter to read. */
const MOST_RESULTS = 8

/**
 * The township: typed and looked for, or chosen from all. What was found replaces the list, so that there is
 * one place to choose; one button leads back to the list.
 */
export async function OfficeField({ typed, offices }: OfficeFieldProps) {
  const [t, form] = await Promise.all([getTranslations('apply.address'), getTranslations('offices.inForm')])
  const sought = (typed.sought ?? '').trim()
  const found = findOffices({ sought, offices }).slice(0, MOST_RESULTS)
  const chosen = typed.office ?? ''
  return (
    <>
      <div className="flow-small">
        <TextField name="sought" label={form('sought')} hint={form('soughtHint')} defaultValue={sought} />
        <Button kind="secondary" name="findOffice" value="yes" formNoValidate>
          {form('find')}
        </Button>
        {sought !== '' && found.length === 0 && <p role="status">{form('nothing', { sought })}</p>}
      </div>
      {found.length > 0 ? (
        <>
          <ChoiceField
            // What was found before is another question: the choice starts anew with it.
            key={sought}
            name="office"
            label={form('results')}
            defaultValue={chosen || (found.length === 1 ? (found[0]?.code ?? '') : '')}
            choices={await foundChoices(found)}
          />
          <Button kind="link" name="findOffice" value="all" formNoValidate>
            {form('all', { count: offices.length })}
          </Button>
        </>
      ) : (
        <SelectField
          name="office"
          label={t('office')}
          placeholder={t('choose')}
          choices={await townshipsByCounty(offices)}
          defaultValue={chosen}
        />
      )}
    </>
  )
}

async function foundChoices(found: PublishedOffice[]) {
  const [t, locale] = await Promise.all([getTranslations('apply.address'), getLocale()])
  const inEnglish = locale === 'en'
  return found.map(office => {
    const name = inEnglish ? office.nameEnglish : office.townshipName
    return {
      value: office.code,
      label: office.isOpen ? name : t('notOpen', { name }),
      hint: inEnglish ? office.countyNameEnglish : office.countyName,
    }
  })
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
