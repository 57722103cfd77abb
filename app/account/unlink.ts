'use server'

import { redirect } from 'next/navigation'
import { unlinkOwnAccount } from '@/lib/identity'
import { service } from '../_service'
import { guardedSubmit } from '../_session/guarded-action'
import { requireResident } from '../_session/viewer'

/** Takes the link to the provider away; the phone alone opens the account then. */
export const unlink = guardedSubmit('unlink an account from its provider', async () => {
  const viewer = await requireResident({ back: '/account' })
  await unlinkOwnAccount({ viewer }, service())
  redirect('/account?done=unlinked')
})
