'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { closeAccessAlert, LONGEST_ALERT_NOTE } from '@/lib/audit'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { auditPages } from '../_room/addresses'

/** Closes an alert about unusual access with what was found. */
export const close = guardedAction(
  { doing: 'close an alert about access', keeps: 'close-alert' },
  async form => {
    const viewer = await requireStaff({ back: auditPages.alerts })
    const [id, note] = [textOf({ form, field: 'alert' }), textOf({ form, field: 'note' })]
    const closed = await closeAccessAlert({ viewer, id, note }, service())
    if (closed.ok) redirect(`${auditPages.alerts}?done=closed`)
    const t = await getTranslations('oversight.failure')
    const message = t(closed.failure, { maximumLength: LONGEST_ALERT_NOTE })
    return { errors: [{ field: 'note', message }], values: typedValues(form) }
  },
)
