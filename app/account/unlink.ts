'use server'

import { redirect } from 'next/navigation'
import { openidSettings, unlinkOwnAccount } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { service } from '../_service'
import { guardedSubmit } from '../_session/guarded-action'
import { requireResident } from '../_session/viewer'

/** Takes the link to the provider away; the phone alone opens the account then. */
export const unlink = guardedSubmit('unlink an account from its provider', async () => {
  const viewer = await requireResident({ back: '/account' })
  const settings = openidSettings(environment())
  if (settings) await unlinkOwnAccount({ viewer, issuer: settings.issuer }, service())
  redirect('/account?done=unlinked')
})
