import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/action-form'
import { Button, ButtonLink } from '@/components/button'
import { type FirstStep, secretToSetUp } from '@/lib/identity'
import { service } from '../../../_service'
import { addressOfStep, nextStepOf, requireFirstStep } from '../../../_session/first-step'
import { currentViewer } from '../../../_session/viewer'
import { AuthenticatorFields } from '../../_factor/authenticator-fields'
import { CodesShownOnce } from '../../_factor/codes-shown-once'
import { DemoAuthenticatorHint } from '../../_factor/demo-authenticator-hint'
import { NewPasskeyFields } from '../../_factor/new-passkey-fields'
import { placeOfRole } from '../../_parts/place-of-role'
import { StepPage } from '../step-page'
import { setUp } from './set-up'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('second-factor.setUp')
  return { title: t('title') }
}

/** What a newcomer wants here: to tie the account to their phone or device, once, and keep the recovery codes. */
export default async function SetUpPage({ searchParams }: PageProps<'/staff/sign-in/set-up'>) {
  const { back } = await searchParams
  const asked = typeof back === 'string' ? back : '/staff'
  const path = addressOfStep('setUp', { back: asked })
  const t = await getTranslations('second-factor.setUp')
  const viewer = await currentViewer()
  if (viewer?.kind === 'staff') {
    // The form stays where it was, since its answer, with the codes, is shown in its place.
    const work = placeOfRole[viewer.role]
    return (
      <StepPage path={path} title={t('done')} lead={t('doneText')}>
        <Forms
          back={asked}
          work={work}
          app={<ButtonLink href={work}>{t('goOn')}</ButtonLink>}
          passkey={null}
        />
      </StepPage>
    )
  }
  const firstStep = await requireFirstStep({ back: asked })
  const step = nextStepOf(firstStep)
  if (step !== 'setUp') redirect(addressOfStep(step, { back: asked }))
  return (
    <StepPage path={path} title={t('title')} lead={t('lead')}>
      <Forms
        back={asked}
        work="/staff"
        app={<AppFields firstStep={firstStep} />}
        passkey={<PasskeyFields />}
      />
    </StepPage>
  )
}

async function AppFields({ firstStep }: { firstStep: FirstStep }) {
  const secret = await secretToSetUp(service().db, firstStep)
  return (
    <>
      <DemoAuthenticatorHint />
      <AuthenticatorFields secret={secret} account={firstStep.signInName} />
    </>
  )
}

async function PasskeyFields() {
  const t = await getTranslations('second-factor.setUp')
  return (
    <section className="flow border-t border-line pt-5">
      <h2>{t('passkey')}</h2>
      <p className="text-ink-soft">{t('passkeyText')}</p>
      <NewPasskeyFields />
      <Button kind="secondary">{t('add')}</Button>
    </section>
  )
}

type FormsProps = { back: string; work: string; app: ReactNode; passkey: ReactNode }

/** Both ways, of which one is enough; in the place of the one that was taken stand the recovery codes. */
async function Forms({ back, work, app, passkey }: FormsProps) {
  const t = await getTranslations('second-factor')
  const codes = { title: t('codes.title'), text: t('codes.text'), once: t('codes.once') }
  const after = <ButtonLink href={work}>{t('codes.kept')}</ButtonLink>
  return [app, passkey].map((fields, index) => (
    <ActionForm key={index === 0 ? 'app' : 'passkey'} action={setUp}>
      <input type="hidden" name="back" value={back.slice(0, 1_000)} />
      <CodesShownOnce {...codes} after={after}>
        {fields}
      </CodesShownOnce>
    </ActionForm>
  ))
}
