import { askProvider, openidSettings } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { keepAttempt } from '../../../_session/openid-steps'
import { isFromOurPage } from '../../../_session/our-page'
import { currentViewer } from '../../../_session/viewer'
import { destination, signInAddress } from '../../addresses'
import { guardedLeap, leap } from '../leap'

/** Leads to the provider. Whoever adds it to their account comes from our own page, so that no link elsewhere does. */
export const GET = guardedLeap('begin a sign-in at the OpenID provider', async request => {
  const query = new URL(request.url).searchParams
  const back = destination(query.get('back') ?? undefined)
  const settings = openidSettings(environment())
  if (!settings) return leap('/sign-in')
  const linksResident = query.get('link') === 'yes' ? await whoAdds(request) : null
  const asked = await askProvider(settings)
  if (!asked.ok) return leap(signInAddress({ back, problem: asked.failure }))
  await keepAttempt({ ...asked.value.attempt, back, linksResident })
  return leap(asked.value.address)
})

async function whoAdds(request: Request): Promise<string | null> {
  if (!isFromOurPage(request)) return null
  const viewer = await currentViewer()
  return viewer?.kind === 'resident' ? viewer.residentId : null
}
