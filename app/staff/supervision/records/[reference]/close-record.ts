'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { closeSupervisionRecord, SHORTEST_FINDING } from '@/lib/supervision'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { again, readTexts } from '../../../cases/_case/case-of-form'
import { recordAddress } from '../../_room/addresses'

/** Closes a supervision record with the county's finding. */
export const closeRecord = guardedAction(
  { doing: 'close a supervision record', keeps: 'close-record' },
  async form => {
    const reference = textOf({ form, field: 'reference' })
    const viewer = await requireStaff({ back: recordAddress({ reference }) })
    const { texts, errors } = await readTexts(form, ['finding'])
    if (errors.length > 0) return again(form, errors)
    const closed = await closeSupervisionRecord({ reference, viewer, finding: texts.finding }, service())
    if (closed.ok) redirect(recordAddress({ reference, done: 'closed' }))
    const t = await getTranslations('supervision.closeFailure')
    const field = closed.failure === 'finding-too-short' ? 'finding' : ''
    return again(form, [{ field, message: t(closed.failure, { count: SHORTEST_FINDING }) }])
  },
)
