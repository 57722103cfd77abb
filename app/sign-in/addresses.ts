import { pathOrHome } from '../_session/viewer'

/** Where a sign-in leads: the page that asked for it, else one's applications. */
export function destination(back: string | undefined): string {
  return back ? pathOrHome(back) : '/applications'
}

/** Whether the code went out just now, a moment ago, or once more. */
export type Sent = 'now' | 'before' | 'again'

/** The page that asks for the code; the phone travels in a sealed cookie, never in the address. */
export function codeAddress({
  back,
  sent,
  page = '/sign-in/code',
}: {
  back: string
  sent: Sent
  page?: '/sign-in/code' | '/sign-in/openid/code'
}): string {
  return `${page}?${new URLSearchParams({ back: destination(back), sent })}`
}

/** The door of sign-in, where it leads afterwards, and what went wrong at the provider. */
export function signInAddress({ back, problem }: { back: string; problem?: OpenidProblem }): string {
  return `/sign-in?${new URLSearchParams({ back: destination(back), ...(problem && { problem }) })}`
}

/** What can go wrong with a sign-in by the provider; each has its sentence in sign-in.openid.problem. */
export const openidProblems = [
  'provider-unavailable',
  'declined',
  'expired',
  'not-believed',
  'not-begun',
  'frozen',
  'opens-another-account',
  'has-another-link',
] as const
export type OpenidProblem = (typeof openidProblems)[number]

/** The problem that a query names, if it names one of ours. */
export function openidProblemOf(asked: string | string[] | undefined): OpenidProblem | null {
  return openidProblems.find(problem => problem === asked) ?? null
}
