import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { requireStaff } from '@/app/_session/viewer'
import { DemoHint } from '@/app/sign-in/demo-hint'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { TextField } from '@/components/text-field'
import { TickField } from '@/components/tick-field'
import { contestedChangeOf, findPhoneChangeAtOffice, maskPhone } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { CalmPage } from '../../_parts/calm-page'
import { StaffHeader } from '../../_parts/staff-header'
import { phoneChangeAddress, RESIDENTS_PATH } from '../addresses'
import { ContestedWarning } from './contested-warning'
import { finish } from './finish'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone-at-counter')
  return { title: t('code.title') }
}

/**
 * What the officer wants here: to type the code that the person reads out, and be done; of a frozen account, to
 * know what the old number said before that.
 */
export default async function FinishPhoneChangePage({ params }: PageProps<'/staff/residents/[change]'>) {
  const { change: changeId } = await params
  const path = phoneChangeAddress({ changeId: changeId.slice(0, 40) })
  const [viewer, t] = await Promise.all([requireStaff({ back: path }), getTranslations('phone-at-counter')])
  const change = await findPhoneChangeAtOffice({ viewer, changeId }, service())
  const back = { href: RESIDENTS_PATH, label: t('code.back') }
  if (!change) {
    return (
      <CalmPage because="not-now" viewer={viewer} path={path} title={t('over.title')} back={back}>
        <p>{t('over.text')}</p>
      </CalmPage>
    )
  }
  const contested = await contestedChangeOf(service().db, change)
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page title={t('code.title')} lead={t('code.lead', { phone: maskPhone(change.newPhone) })} back={back}>
        {contested && <ContestedWarning contested={contested} />}
        <ActionForm action={finish}>
          <input type="hidden" name="change" value={change.id} />
          <TextField
            name="code"
            label={t('code.label')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            width="short"
          />
          {contested && (
            <TickField name="checked" label={t('contested.checked')} hint={t('contested.checkedHint')} />
          )}
          <Button>{t('code.finish')}</Button>
        </ActionForm>
        <p>
          {contested ? t('contested.after') : t('code.after', { hours: environment().PHONE_OBJECTION_HOURS })}
        </p>
        <DemoHint />
      </Page>
    </>
  )
}
