import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/app/_session/viewer'
import { DemoHint } from '@/app/sign-in/demo-hint'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { TextField } from '@/components/text-field'
import { mayAssist } from '@/lib/applications'
import { CalmPage } from '../_parts/calm-page'
import { StaffHeader } from '../_parts/staff-header'
import { TwoSteps, Typed } from '../_parts/two-steps'
import { ASSIST_PATH } from './address'
import { assist } from './assist'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assistance')
  return { title: t('title') }
}

/** What an officer wants here: to type for somebody who stands before them and cannot do it alone. */
export default async function AssistPage() {
  const [viewer, t] = await Promise.all([requireStaff({ back: ASSIST_PATH }), getTranslations('assistance')])
  if (!mayAssist(viewer)) {
    return (
      <CalmPage because="not-permitted" viewer={viewer} path={ASSIST_PATH} title={t('notYourRole.title')}>
        <p>{t('notYourRole.text')}</p>
      </CalmPage>
    )
  }
  return (
    <>
      <StaffHeader viewer={viewer} path={ASSIST_PATH} />
      <Page title={t('title')} lead={t('lead')}>
        <ActionForm action={assist}>
          <TwoSteps
            fields={['phone']}
            write={
              <>
                <TextField
                  name="phone"
                  label={t('phone')}
                  hint={t('phoneHint')}
                  type="tel"
                  inputMode="tel"
                  maxLength={40}
                />
                <Button name="step" value="preview">
                  {t('send')}
                </Button>
              </>
            }
            preview={
              <>
                <p>{t.rich('sent', { phone: () => <Typed name="phone" /> })}</p>
                <TextField
                  name="code"
                  label={t('code')}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={20}
                  width="short"
                />
                <div className="flex flex-wrap items-center gap-4">
                  <Button name="step" value="send">
                    {t('start')}
                  </Button>
                  <Button kind="secondary" name="step" value="write">
                    {t('another')}
                  </Button>
                </div>
              </>
            }
          />
        </ActionForm>
        <DemoHint />
        <p className="text-small text-ink-soft">{t('logged')}</p>
      </Page>
    </>
  )
}
