import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { wayBack } from '@/app/_language/way-back'
import { assistedResident } from '@/lib/applications'
import { findSession, type ResidentViewer, type StaffViewer, type Viewer } from '@/lib/identity'
import { service } from '../_service'
import { openSessionSecret, sessionCookieName } from './cookie'

/** The secret of this request's session, if its cookie is one that we sealed. */
export async function currentSecret(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName())
  return cookie ? openSessionSecret(cookie.value) : null
}

/** Who looks at this page, or null; asked once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const { db } = service()
  const secret = await currentSecret()
  return secret ? findSession(secret, { db }) : null
})

/**
 * The signed-in resident; anybody else is sent to sign in and then back to this path of ours. In the form, and
 * nowhere else, it is also the resident whom a member of staff helps at the counter right now.
 */
export async function requireResident({ back }: { back: string }): Promise<ResidentViewer> {
  const resident = await residentAt(back)
  if (resident) return resident
  redirect(`/sign-in?${new URLSearchParams({ back: pathOrHome(back) })}`)
}

/** The same for a route whose caller cannot follow to another page: null for anybody else. */
export async function residentAt(path: string): Promise<ResidentViewer | null> {
  const viewer = await currentViewer()
  if (viewer?.kind === 'resident') return viewer
  if (viewer?.kind === 'staff' && isPartOfTheForm(path)) return assistedResident({ viewer }, service())
  return null
}

/** The signed-in member of staff; anybody else is sent to sign in and then back to this path of ours. */
export async function requireStaff({ back = '/staff' }: { back?: string } = {}): Promise<StaffViewer> {
  const viewer = await currentViewer()
  if (viewer?.kind === 'staff') return viewer
  redirect(`/staff/sign-in?${new URLSearchParams({ back: pathOrHome(back) })}`)
}

function isPartOfTheForm(path: string): boolean {
  return path === '/apply' || path.startsWith('/apply/')
}

/** A path of this site, or '/': nothing that a link could turn into another site. */
export function pathOrHome(asked: string): string {
  return wayBack({ asked, referer: null, host: null })
}
