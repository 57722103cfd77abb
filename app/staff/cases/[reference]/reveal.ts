'use server'

import { revealIdNumbers } from '@/lib/supervision'
import { service } from '../../../_service'
import { guardedAction } from '../../../_session/guarded-action'
import { sayFailure } from '../../_parts/say-failure'
import { caseOfForm } from '../_case/case-of-form'

/** Shows the full document numbers once, in the answer to this very post; the click is logged. */
export const reveal = guardedAction('reveal document numbers', async form => {
  const { reference, viewer } = await caseOfForm(form)
  const revealed = await revealIdNumbers({ reference, viewer }, service())
  if (!revealed.ok) {
    const message = await sayFailure({ failed: revealed, reference, viewer })
    return { errors: [{ field: '', message }], values: {} }
  }
  return {
    errors: [],
    values: Object.fromEntries(
      revealed.value.map(({ role, documentNumber }) => [`number-${role}`, documentNumber]),
    ),
  }
})
