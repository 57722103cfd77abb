import {
  hearProvider,
  linkOwnAccount,
  type OpenidIdentity,
  openidSettings,
  signInByLink,
} from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { signInWrittenDown } from '@/lib/platform/security-log'
import { service } from '../../../_service'
import { enter } from '../../../_session/enter'
import { type BegunAttempt, keepOpenidPerson, takeAttempt } from '../../../_session/openid-steps'
import { currentViewer } from '../../../_session/viewer'
import { destination, signInAddress } from '../../addresses'
import { guardedLeap, leap } from '../leap'

/** Where the provider leads back to: signs in, adds the way to an account, or asks whose account it is. */
export const GET = guardedLeap('hear the OpenID provider', async request => {
  const settings = openidSettings(environment())
  const attempt = await takeAttempt()
  if (!settings || !attempt) return leap(signInAddress({ back: '', problem: 'not-begun' }))
  const query = new URL(request.url).searchParams
  const heard = await hearProvider({ settings, query, attempt }, service())
  if (attempt.linksResident) return addWay({ attempt, heard })
  if (!heard.ok) {
    signInWrittenDown(heard, { by: 'openid' })
    return leap(signInAddress({ back: attempt.back, problem: heard.failure }))
  }
  const signedIn = await signInByLink({ identity: heard.value }, service())
  if (signedIn.ok) {
    signInWrittenDown(signedIn, { by: 'openid' })
    await enter(signedIn.value.secret)
    return leap(destination(attempt.back))
  }
  if (signedIn.failure === 'frozen') {
    signInWrittenDown(signedIn, { by: 'openid' })
    return leap(signInAddress({ back: attempt.back, problem: 'frozen' }))
  }
  await keepOpenidPerson(heard.value)
  return leap(`/sign-in/openid?${new URLSearchParams({ back: destination(attempt.back) })}`)
})

/** For whoever was signed in when they left for the provider, and still is. */
async function addWay({
  attempt,
  heard,
}: {
  attempt: BegunAttempt
  heard: Awaited<ReturnType<typeof hearProvider>>
}): Promise<Response> {
  const viewer = await currentViewer()
  const isSame = viewer?.kind === 'resident' && viewer.residentId === attempt.linksResident
  if (!isSame) return leap(signInAddress({ back: '/account', problem: 'not-begun' }))
  const identity: OpenidIdentity | null = heard.ok ? heard.value : null
  const linked = identity ? await linkOwnAccount({ viewer, identity }, service()) : heard
  return leap(`/account?${new URLSearchParams(linked.ok ? { done: 'linked' } : { problem: linked.failure })}`)
}
