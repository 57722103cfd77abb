import { getTranslations } from 'next-intl/server'
import type { FieldError } from '@/components/form-state'
import { longestChosenPassword, type OwnPasswordFailure, shortestPassword } from '@/lib/identity'
import type { Failed } from '@/lib/platform/result'
import { minutesOfPause } from './minutes-of-pause'

type Failure = OwnPasswordFailure | 'wrong-password' | 'paused' | 'missing'

/** Why a password was not kept: at its field, as a sentence. */
export async function sayPasswordFailure({
  failure,
  details,
}: Pick<Failed<Failure>, 'failure' | 'details'>): Promise<FieldError> {
  const t = await getTranslations('second-factor.passwordFailure')
  const minutes = failure === 'paused' ? await minutesOfPause({ details }) : 0
  return {
    field: fieldOf(failure),
    message: t(failure, { shortest: shortestPassword, longest: longestChosenPassword, minutes }),
  }
}

function fieldOf(failure: Failure): string {
  if (failure === 'wrong-password' || failure === 'paused') return 'password'
  return failure === 'different' ? 'newPasswordAgain' : 'newPassword'
}
