import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/app/_session/viewer'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SelectField } from '@/components/select-field'
import { TextField } from '@/components/text-field'
import { mayChangePhones, seenDocuments } from '@/lib/identity'
import { CalmPage } from '../_parts/calm-page'
import { StaffHeader } from '../_parts/staff-header'
import { RESIDENTS_PATH } from './addresses'
import { askForChange } from './ask-for-change'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone-at-counter')
  return { title: t('title') }
}

/** What an officer wants here: that whoever stands before them, and lost their number, gets back to their case. */
export default async function ResidentsPage({ searchParams }: PageProps<'/staff/residents'>) {
  const [viewer, t, { done }] = await Promise.all([
    requireStaff({ back: RESIDENTS_PATH }),
    getTranslations('phone-at-counter'),
    searchParams,
  ])
  if (!mayChangePhones(viewer)) {
    return (
      <CalmPage because="not-permitted" viewer={viewer} path={RESIDENTS_PATH} title={t('notYourRole.title')}>
        <p>{t('notYourRole.text')}</p>
      </CalmPage>
    )
  }
  const documents = seenDocuments.map(document => ({ value: document, label: t(`document.${document}`) }))
  return (
    <>
      <StaffHeader viewer={viewer} path={RESIDENTS_PATH} />
      <Page title={t('title')} lead={t('lead')}>
        {done === 'changed' && (
          <Notice tone="ok" announced>
            <p>{t('done')}</p>
          </Notice>
        )}
        <ActionForm action={askForChange}>
          <SelectField
            name="document"
            label={t('seen')}
            hint={t('seenHint')}
            placeholder={t('choose')}
            choices={documents}
          />
          <TextField name="number" label={t('number')} maxLength={60} autoComplete="off" />
          <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={100} autoComplete="off" />
          <TextField
            name="phone"
            label={t('phone')}
            hint={t('phoneHint')}
            type="tel"
            inputMode="tel"
            maxLength={40}
            autoComplete="off"
          />
          <TextField
            name="reference"
            label={t('reference')}
            hint={t('referenceHint')}
            maxLength={60}
            autoComplete="off"
          />
          <Button>{t('send')}</Button>
        </ActionForm>
        <p className="text-small text-ink-soft">{t('logged')}</p>
      </Page>
    </>
  )
}
