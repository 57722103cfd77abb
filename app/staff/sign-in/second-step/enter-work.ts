import { redirect } from 'next/navigation'
import { type FirstStep, type ShownFactor, showSecondFactor } from '@/lib/identity'
import { signInWrittenDown } from '@/lib/platform/security-log'
import { service } from '../../../_service'
import { enter } from '../../../_session/enter'
import { addressOfStep, nextStepOf } from '../../../_session/first-step'
import { placeToRemember } from '../../../_session/known-device'
import { sayFactorFailure } from '../../_factor/say-factor-failure'
import { backAfterSignIn } from '../back-after-sign-in'

/** Signs in with a factor and leads to the work; what was wrong with it comes back as a sentence. */
export async function enterWork({
  firstStep,
  shown,
  back,
}: {
  firstStep: FirstStep
  shown: ShownFactor
  back: string
}): Promise<string> {
  const entered = signInWrittenDown(
    await showSecondFactor({ firstStep, shown, place: await placeToRemember() }, service()),
    { by: 'second-factor', staffId: firstStep.staffId },
  )
  if (!entered.ok) {
    const { failure, details } = entered
    if (failure === 'initial-password') redirect(addressOfStep(nextStepOf(firstStep), { back }))
    return sayFactorFailure({ failure, details }, { isRecoveryCode: shown.kind === 'recovery-code' })
  }
  const { secret } = entered.value
  await enter(secret)
  redirect(await backAfterSignIn({ asked: back, secret }))
}
