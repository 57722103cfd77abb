'use server'

import { redirect } from 'next/navigation'
import { extendDeadline } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { guardedAction } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { refused } from '../../_case/case-of-form'
import { fieldsOfExtension, readExtension } from './read-extension'

/** Extends the office's clock; an officer's open request is granted by it. */
export const extend = guardedAction({ doing: 'extend a deadline', keeps: 'extension' }, async form => {
  const read = await readExtension(form)
  if ('problem' in read) return read.problem
  const { asked } = read
  const extended = await extendDeadline(asked, service())
  if (!extended.ok) return refused({ form, failed: extended, ...asked, fields: fieldsOfExtension })
  redirect(caseAddress({ reference: asked.reference, done: 'extended' }))
})
