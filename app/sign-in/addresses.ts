import { pathOrHome } from '../_session/viewer'

/** Where a sign-in leads: the page that asked for it, else one's applications. */
export function destination(back: string | undefined): string {
  return back ? pathOrHome(back) : '/applications'
}

/** The page that asks for the code; the phone travels in a sealed cookie, never in the address. */
export function codeAddress({ back, sent }: { back: string; sent: 'now' | 'before' | 'again' }): string {
  return `/sign-in/code?${new URLSearchParams({ back: destination(back), sent })}`
}
