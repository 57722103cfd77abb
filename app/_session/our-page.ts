import { environment } from '@/lib/platform/env'
import { recordSecurityEvent } from '@/lib/platform/security-log'
import { comesFromOurPage } from './same-origin'

/** Whether a request to a route that changes something comes from a page of ours, as each action asks, too. */
export function isFromOurPage({ headers }: { headers: Pick<Headers, 'get'> }): boolean {
  const hosts = [new URL(environment().PUBLIC_URL).host, headers.get('host') ?? '']
  const isOurs = comesFromOurPage({ headers, hosts })
  if (!isOurs) recordSecurityEvent({ event: 'not-our-page' })
  return isOurs
}
