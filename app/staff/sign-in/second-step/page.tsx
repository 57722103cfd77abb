import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { factorsOf } from '@/lib/identity'
import { service } from '../../../_service'
import { addressOfStep, nextStepOf, requireFirstStep } from '../../../_session/first-step'
import { currentViewer } from '../../../_session/viewer'
import { DemoAuthenticatorHint } from '../../_factor/demo-authenticator-hint'
import { placeOfRole } from '../../_parts/place-of-role'
import { StepPage } from '../step-page'
import { showCode } from './show-code'
import { ShowPasskey } from './show-passkey'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('second-factor.signIn')
  return { title: t('title') }
}

/** What a member of staff wants here: to type six digits, or touch a key, and be at their cases. */
export default async function SecondStepPage({ searchParams }: PageProps<'/staff/sign-in/second-step'>) {
  const { back, by } = await searchParams
  const viewer = await currentViewer()
  if (viewer?.kind === 'staff') redirect(placeOfRole[viewer.role])
  const asked = typeof back === 'string' ? back : '/staff'
  const firstStep = await requireFirstStep({ back: asked })
  const step = nextStepOf(firstStep)
  if (step !== 'secondFactor') redirect(addressOfStep(step, { back: asked }))
  const [t, { passkeys, authenticatorSince, recoveryCodesLeft }] = await Promise.all([
    getTranslations('second-factor.signIn'),
    factorsOf(service().db, firstStep),
  ])
  const path = addressOfStep('secondFactor', { back: asked })
  const isRecovery = by === 'recovery-code'
  const hasCode = authenticatorSince !== null
  return (
    <StepPage
      path={path}
      title={t(isRecovery ? 'recoveryTitle' : 'title')}
      lead={t('who', { name: firstStep.name })}
    >
      {!isRecovery && hasCode && <DemoAuthenticatorHint />}
      {isRecovery && <RecoveryCode back={asked} isTold={firstStep.email !== null} />}
      {!isRecovery && hasCode && <AppCode back={asked} />}
      {!isRecovery && passkeys.length > 0 && <ShowPasskey back={asked} isOnly={!hasCode} />}
      <p className="text-small">
        {isRecovery && <a href={path}>{t('toCode')}</a>}
        {!isRecovery && recoveryCodesLeft > 0 && <a href={`${path}&by=recovery-code`}>{t('recovery')}</a>}
      </p>
      <p className="text-small text-ink-soft">{t('lost')}</p>
    </StepPage>
  )
}

async function AppCode({ back }: { back: string }) {
  const t = await getTranslations('second-factor.signIn')
  return (
    <ActionForm action={showCode}>
      <input type="hidden" name="back" value={back.slice(0, 1_000)} />
      <TextField
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        width="short"
      />
      <Button>{t('go')}</Button>
    </ActionForm>
  )
}

async function RecoveryCode({ back, isTold }: { back: string; isTold: boolean }) {
  const t = await getTranslations('second-factor.signIn')
  return (
    <ActionForm action={showCode}>
      <input type="hidden" name="back" value={back.slice(0, 1_000)} />
      <TextField
        name="recoveryCode"
        label={t('recoveryCode')}
        hint={t(isTold ? 'recoveryHintTold' : 'recoveryHint')}
        maxLength={40}
      />
      <Button>{t('go')}</Button>
    </ActionForm>
  )
}
