'use server'

import { redirect } from 'next/navigation'
import { endOtherSessions } from '@/lib/identity'
import { service } from '../_service'
import { guardedSubmit } from '../_session/guarded-action'
import { requireResident } from '../_session/viewer'

/** Signs out everywhere but here. */
export const endOthers = guardedSubmit('end the other sessions of a resident', async () => {
  const viewer = await requireResident({ back: '/account' })
  await endOtherSessions({ viewer }, service())
  redirect('/account?ended=yes')
})
