import { environment } from '@/lib/platform/env'
import { comesFromOurPage } from './same-origin'

/** Whether a request to a route that changes something comes from a page of ours, as each action asks, too. */
export function isFromOurPage({ headers }: Pick<Request, 'headers'>): boolean {
  return comesFromOurPage({
    headers,
    hosts: [new URL(environment().PUBLIC_URL).host, headers.get('host') ?? ''],
  })
}
