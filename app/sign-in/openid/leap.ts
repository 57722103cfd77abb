import { unstable_rethrow } from 'next/navigation'
import { recordUnexpectedError } from '@/lib/platform/log'

/** Leads a browser on, without keeping where. */
export function leap(address: string): Response {
  return new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } })
}

/** The frame of a route that leads a person somewhere: an unexpected error leads to the page with its number. */
export function guardedLeap(
  doing: string,
  run: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async request => {
    try {
      return await run(request)
    } catch (error) {
      unstable_rethrow(error)
      return leap(`/problem?number=${recordUnexpectedError({ error, doing })}`)
    }
  }
}
