import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/form-state'
import { askForPasskey, type ShownFactor, type StaffViewer, showFactorAgain } from '@/lib/identity'
import { foldWidth } from '@/lib/platform/typed-text'
import { service } from '../../_service'
import { textOf, typedValues } from '../../_session/guarded-action'
import { sayFactorFailure } from './say-factor-failure'

type Sent = { form: FormData; viewer: StaffViewer }

/** The name of the field for the second factor in one form of a page. */
export function stepUpField(of: string): string {
  return `stepUpCode-${of}`
}

/**
 * Takes the second factor that a form brings along. Null where it brings none or a right one; the command then
 * says whether the last one is recent enough.
 */
export async function takeStepUp({ form, viewer }: Sent): Promise<FormState> {
  const shown = shownIn(form)
  if (!shown) return null
  const taken = await showFactorAgain({ viewer, shown }, service())
  if (taken.ok) return null
  const message = await sayFactorFailure(taken, { isRecoveryCode: shown.kind === 'recovery-code' })
  return { errors: [{ field: fieldOf(form), message }], values: typedValues(form) }
}

/** The form once more, with all that was typed, and the question for the second factor. */
export async function askForStepUp({ form, viewer }: Sent): Promise<FormState> {
  const [t, stepUpPasskeyOptions] = await Promise.all([
    getTranslations('second-factor.stepUp'),
    askForPasskey(service().db, viewer),
  ])
  return {
    errors: [{ field: fieldOf(form), message: t('needed') }],
    values: { ...typedValues(form), ...(stepUpPasskeyOptions && { stepUpPasskeyOptions }) },
  }
}

function fieldOf(form: FormData): string {
  const field = textOf({ form, field: 'stepUpField' })
  return /^stepUpCode-[a-z-]{1,30}$/.test(field) ? field : ''
}

/** Letters are those of a recovery code, which people may type into the same field. */
function shownIn(form: FormData): ShownFactor | null {
  const answer = textOf({ form, field: 'stepUpPasskeyAnswer' })
  if (answer) return { kind: 'passkey', answer }
  const code = textOf({ form, field: fieldOf(form) })
  if (code.trim() === '') return null
  return { kind: /[a-z]/i.test(foldWidth(code)) ? 'recovery-code' : 'code', code }
}
