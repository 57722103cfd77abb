import { findSession } from '@/lib/identity'
import { service } from '../../_service'
import { pathOrHome } from '../../_session/viewer'
import { placeOfRole } from '../_parts/place-of-role'

/** Where somebody goes who has just signed in: the staff page they asked for, or else the place of their role. */
export async function backAfterSignIn({ asked, secret }: { asked: string; secret: string }): Promise<string> {
  const path = pathOrHome(asked)
  if (path !== '/staff' && /^\/staff[/?]/.test(path) && !path.startsWith('/staff/sign-in')) return path
  const viewer = await findSession(secret, service())
  return viewer?.kind === 'staff' ? placeOfRole[viewer.role] : '/staff'
}
