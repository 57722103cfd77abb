'use server'

import { redirect } from 'next/navigation'
import { endOtherSessions } from '@/lib/identity'
import { service } from '../../_service'
import { guardedSubmit } from '../../_session/guarded-action'
import { requireStaff } from '../../_session/viewer'
import { accountAfter, accountPages } from './addresses'

/** Signs out everywhere but here. */
export const endOthers = guardedSubmit('end the other sessions of a member of staff', async () => {
  const viewer = await requireStaff({ back: accountPages.home })
  await endOtherSessions({ viewer }, service())
  redirect(accountAfter('ended'))
})
