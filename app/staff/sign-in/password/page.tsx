import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { addressOfStep, nextStepOf, requireFirstStep } from '../../../_session/first-step'
import { currentViewer } from '../../../_session/viewer'
import { NewPasswordFields } from '../../_factor/new-password-fields'
import { placeOfRole } from '../../_parts/place-of-role'
import { StepPage } from '../step-page'
import { choose } from './choose'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('second-factor.password')
  return { title: t('title') }
}

/** What a newcomer wants here: a password that only they know. */
export default async function OwnPasswordPage({ searchParams }: PageProps<'/staff/sign-in/password'>) {
  const { back } = await searchParams
  const viewer = await currentViewer()
  if (viewer?.kind === 'staff') redirect(placeOfRole[viewer.role])
  const asked = typeof back === 'string' ? back : '/staff'
  const firstStep = await requireFirstStep({ back: asked })
  const step = nextStepOf(firstStep)
  if (step !== 'password') redirect(addressOfStep(step, { back: asked }))
  const t = await getTranslations('second-factor.password')
  return (
    <StepPage path={addressOfStep('password', { back: asked })} title={t('title')} lead={t('lead')}>
      <ActionForm action={choose}>
        <input type="hidden" name="back" value={asked.slice(0, 1_000)} />
        <NewPasswordFields account={firstStep.signInName} />
        <Button>{t('go')}</Button>
      </ActionForm>
    </StepPage>
  )
}
