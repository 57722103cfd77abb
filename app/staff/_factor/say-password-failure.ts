import { getTranslations } from 'next-intl/server'
import type { FieldError } from '@/components/form-state'
import { longestChosenPassword, type OwnPasswordFailure, shortestPassword } from '@/lib/identity'
import type { Failed } from '@/lib/platform/result'

type Failure = OwnPasswordFailure | 'missing'

/** Why a password was not kept: at its field, as a sentence. */
export async function sayPasswordFailure({ failure }: Pick<Failed<Failure>, 'failure'>): Promise<FieldError> {
  const t = await getTranslations('second-factor.passwordFailure')
  return {
    field: failure === 'different' ? 'newPasswordAgain' : 'newPassword',
    message: t(failure, { shortest: shortestPassword, longest: longestChosenPassword }),
  }
}
