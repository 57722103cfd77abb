'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/form-state'
import type { StaffViewer } from '@/lib/identity'
import type { Failed } from '@/lib/platform/result'
import { type ReassignFailure, reassignCase } from '@/lib/supervision'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { caseAddress } from '../../../_parts/addresses'
import { again, refused } from '../../../cases/_case/case-of-form'
import { reassignAddress } from '../../_room/addresses'

/** Gives a case to a colleague, and leads to the case, which names its new holder. */
export const reassign = guardedAction('reassign a case', async form => {
  const reference = textOf({ form, field: 'reference', longest: 40 })
  const viewer = await requireStaff({ back: reassignAddress({ reference }) })
  const staffNumber = textOf({ form, field: 'colleague' })
  const given = await reassignCase({ reference, viewer, staffNumber }, service())
  if (given.ok) redirect(caseAddress({ reference }))
  return sayWhyNot({ form, failed: given, viewer, reference })
})

async function sayWhyNot({
  form,
  failed: { failure, details },
  viewer,
  reference,
}: {
  form: FormData
  failed: Failed<ReassignFailure>
  viewer: StaffViewer
  reference: string
}): Promise<FormState> {
  if (failure === 'no-such-colleague' || failure === 'colleague-is-party' || failure === 'already-theirs') {
    const t = await getTranslations('supervision.reassign.failure')
    return again(form, [{ field: 'colleague', message: t(failure, { name: String(details.name ?? '') }) }])
  }
  return refused({ form, failed: { failure, details }, viewer, reference })
}
