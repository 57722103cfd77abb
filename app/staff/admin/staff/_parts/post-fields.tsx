import { getLocale, getTranslations } from 'next-intl/server'
import { ChoiceField } from '@/components/choice-field'
import { Details } from '@/components/details'
import { officeName } from '@/components/office-name'
import { TextField } from '@/components/text-field'
import { TickField } from '@/components/tick-field'
import { staffRoles } from '@/lib/administration'
import { byCounty, publishedOffices } from '@/lib/applications'
import type { StaffRole } from '@/lib/identity'
import { service } from '../../../../_service'
import { OfficesFrame } from './offices-frame'

type PostFieldsProps = { role?: StaffRole; officeCodes?: string[]; email?: string | null }

/** A person's role, the offices that they serve, and where reminders go. */
export async function PostFields({ role: current, officeCodes = [], email }: PostFieldsProps) {
  const [t, role, locale, offices] = await Promise.all([
    getTranslations('admin.staff'),
    getTranslations('staff.role'),
    getLocale(),
    publishedOffices(service().db),
  ])
  return (
    <>
      <ChoiceField
        name="role"
        label={t('role')}
        choices={staffRoles.map(value => ({ value, label: role(value) }))}
        {...(current && { defaultValue: current })}
      />
      <OfficesFrame label={t('offices')} hint={t('officesHint')}>
        {byCounty(offices).map(group => {
          const county = (locale === 'en' ? group[0]?.countyNameEnglish : group[0]?.countyName) ?? ''
          const count = group.filter(({ code }) => officeCodes.includes(code)).length
          return (
            <Details
              key={county}
              summary={count > 0 ? t('officesChosen', { county, count }) : county}
              isOpen={count > 0}
            >
              <div className="grid gap-x-4 sm:grid-cols-2">
                {group.map(office => (
                  <TickField
                    key={office.code}
                    name={`office-${office.code}`}
                    label={officeName({ office, locale })}
                    defaultChecked={officeCodes.includes(office.code)}
                  />
                ))}
              </div>
            </Details>
          )
        })}
      </OfficesFrame>
      <TextField
        name="email"
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        inputMode="email"
        maxLength={100}
        optional
        defaultValue={email ?? ''}
      />
    </>
  )
}
