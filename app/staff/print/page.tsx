import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/app/_session/viewer'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Page } from '@/components/page'
import { TextField } from '@/components/text-field'
import { assistedPrintReasons, mayPrintForHolders } from '@/lib/certificates'
import { CalmPage } from '../_parts/calm-page'
import { StaffHeader } from '../_parts/staff-header'
import { PRINT_PATH } from './addresses'
import { printAtCounter } from './print-at-counter'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assisted-print')
  return { title: t('title') }
}

/** What an officer wants here: to hand a person at the counter their certificate, wherever it was issued. */
export default async function AssistedPrintPage() {
  const [viewer, t] = await Promise.all([
    requireStaff({ back: PRINT_PATH }),
    getTranslations('assisted-print'),
  ])
  if (!mayPrintForHolders(viewer)) {
    return (
      <CalmPage because="not-permitted" viewer={viewer} path={PRINT_PATH} title={t('notYourRole.title')}>
        <p>{t('notYourRole.text')}</p>
      </CalmPage>
    )
  }
  const choices = assistedPrintReasons.map(reason => ({ value: reason, label: t(`reasons.${reason}`) }))
  return (
    <>
      <StaffHeader viewer={viewer} path={PRINT_PATH} />
      <Page title={t('title')} lead={t('lead')}>
        <ActionForm action={printAtCounter}>
          <TextField
            name="number"
            label={t('number')}
            hint={t('numberHint')}
            inputMode="numeric"
            maxLength={100}
          />
          <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={100} />
          <TextField
            name="lastSix"
            label={t('lastSix')}
            hint={t('lastSixHint')}
            maxLength={20}
            width="short"
          />
          <ChoiceField name="reason" label={t('reason')} choices={choices} />
          <Button>{t('go')}</Button>
        </ActionForm>
        <p className="text-ink-soft">{t('logged')}</p>
      </Page>
    </>
  )
}
