'use server'

import { redirect } from 'next/navigation'
import { takeNextCase } from '@/lib/applications'
import { service } from '../_service'
import { guardedSubmit } from '../_session/guarded-action'
import { requireStaff } from '../_session/viewer'
import { caseAddress } from './_parts/addresses'
import { queueAddress } from './_queue/queue-address'

/** Claims the free case that must be decided first and opens it. */
export const takeNext = guardedSubmit('take the next case', async () => {
  const viewer = await requireStaff()
  const taken = await takeNextCase({ viewer }, service())
  redirect(taken ? caseAddress({ ...taken, done: 'taken-next' }) : queueAddress({ done: 'nothing-to-take' }))
})
