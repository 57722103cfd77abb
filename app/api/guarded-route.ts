import { unstable_rethrow } from 'next/navigation'
import { recordUnexpectedError } from '@/lib/platform/log'
import { notingRefusals } from '../_session/note-refusals'
import { problem } from './problem'

/** The frame of every API route: an unexpected error becomes a problem document with the number of its log line. */
export function guardedRoute(
  doing: string,
  handle: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async request => {
    try {
      return await notingRefusals(doing, () => handle(request))
    } catch (error) {
      unstable_rethrow(error) // redirect() is how a route sends somebody to sign in.
      const number = recordUnexpectedError({ error, doing })
      return problem({ type: 'unexpected', detail: `Report this number: ${number}` })
    }
  }
}
