import { getTranslations } from 'next-intl/server'
import type { FactorFailure, NewFactorFailure } from '@/lib/identity'
import type { Failed } from '@/lib/platform/result'
import { minutesOfPause } from './minutes-of-pause'

type Failure = FactorFailure | NewFactorFailure | 'paused' | 'not-first' | 'name-missing'

/** What to do after a factor that was not taken, as a sentence. */
export async function sayFactorFailure(
  { failure, details }: Pick<Failed<Failure>, 'failure' | 'details'>,
  { isRecoveryCode = false } = {},
): Promise<string> {
  const t = await getTranslations('second-factor.failure')
  if (failure === 'paused') return t('paused', { minutes: await minutesOfPause({ details }) })
  if (isRecoveryCode && failure === 'empty-code') return t('empty-recovery-code')
  if (isRecoveryCode && failure === 'wrong-code') return t('wrong-recovery-code')
  return t(failure)
}
