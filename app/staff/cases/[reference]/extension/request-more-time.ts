'use server'

import { redirect } from 'next/navigation'
import { requestExtension } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { guardedAction } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { refused } from '../../_case/case-of-form'
import { fieldsOfExtension, readExtension } from './read-extension'

/** Lays an officer's request for more time before a supervisor. */
export const requestMoreTime = guardedAction(
  { doing: 'request an extension', keeps: 'extension' },
  async form => {
    const read = await readExtension(form)
    if ('problem' in read) return read.problem
    const { asked } = read
    const requested = await requestExtension(asked, service())
    if (!requested.ok) return refused({ form, failed: requested, ...asked, fields: fieldsOfExtension })
    redirect(caseAddress({ reference: asked.reference, done: 'extension-requested' }))
  },
)
