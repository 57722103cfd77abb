import { headers } from 'next/headers'
import { environment } from '@/lib/platform/env'

/**
 * The client's address for rate limits, from the hop that our own outermost proxy wrote (TRUSTED_PROXIES).
 * Without a proxy it is the address of the connection, whatever the client wrote (scripts/serve/sender-address.ts).
 */
export async function clientAddress(): Promise<string> {
  return clientAddressOf(await headers())
}

/** The same, from the headers of a request in hand. */
export function clientAddressOf(headers: Pick<Headers, 'get'>): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map(hop => hop.trim())
  const ours = Math.max(1, environment().TRUSTED_PROXIES)
  return (hops.at(-ours) ?? hops[0] ?? '').slice(0, 64) || 'unknown'
}
