import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { officeName } from '@/components/office-name'
import { SelectField } from '@/components/select-field'
import { TextArea } from '@/components/text-area'
import { byCounty, publishedOffices } from '@/lib/applications'
import { service } from '../../../../_service'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'
import { transfer } from './transfer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.transfer')
  return { title: t('title') }
}

/** What an officer wants here: to hand a case to the office that it belongs to, without the applicant losing a day. */
export default async function TransferPage({ params }: PageProps<'/staff/cases/[reference]/transfer'>) {
  const opened = await openCase({ typed: (await params).reference, page: 'transfer', action: 'transfer' })
  if ('refusal' in opened) return opened.refusal
  const [t, locale, offices] = await Promise.all([
    getTranslations('staff.transfer'),
    getLocale(),
    publishedOffices(service().db),
  ])
  const receiving = offices.filter(({ isOpen, code }) => isOpen && code !== opened.found.office.code)
  const choices = byCounty(receiving).map(group => ({
    label: (locale === 'en' ? group[0]?.countyNameEnglish : group[0]?.countyName) ?? '',
    choices: group.map(office => ({ value: office.code, label: officeName({ office, locale }) })),
  }))
  return (
    <ActionPage opened={opened} title={t('title')} lead={t('lead')}>
      <KeptForm action={transfer} keeps="transfer" page={opened.path}>
        <input type="hidden" name="reference" value={opened.reference} />
        <SelectField name="office" label={t('office')} choices={choices} placeholder={t('choose')} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} />
        <Button>{t('send')}</Button>
      </KeptForm>
    </ActionPage>
  )
}
