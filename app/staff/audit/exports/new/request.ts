'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LONGEST_EXPORT_REASON, requestExport, SHORTEST_EXPORT_REASON } from '@/lib/audit'
import { service } from '../../../../_service'
import { guardedAction, textOf, typedValues } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { logFields, readLogQuery } from '../../_log/log-query'
import { auditPages } from '../../_room/addresses'

/** Asks for an export of what a search finds; somebody else then allows or declines it. One that waits is not asked twice. */
export const request = guardedAction(
  { doing: 'ask for an export of the log', keeps: 'request-export' },
  async form => {
    const viewer = await requireStaff({ back: auditPages.exports })
    const { filter } = readLogQuery(
      Object.fromEntries(logFields.map(field => [field, textOf({ form, field })])),
    )
    const format = textOf({ form, field: 'format' }) === 'csv' ? 'csv' : 'xlsx'
    const reason = textOf({ form, field: 'reason' })
    const requested = await requestExport({ viewer, filter, format, reason }, service())
    if (requested.ok) {
      const { id, isAskedBefore } = requested.value
      redirect(`${auditPages.exports}?done=${isAskedBefore ? `requested-before#export-${id}` : 'requested'}`)
    }
    const t = await getTranslations('oversight.failure')
    const message = t(requested.failure, {
      maximumLength: LONGEST_EXPORT_REASON,
      minimumLength: SHORTEST_EXPORT_REASON,
    })
    return { errors: [{ field: 'reason', message }], values: typedValues(form) }
  },
)
