import { headers } from 'next/headers'
import { environment } from '@/lib/platform/env'

/**
 * The client's address for rate limits, from the hop that our own outermost proxy wrote (TRUSTED_PROXIES).
 * Without a proxy the framework fills the header in, and a client may write its own: limits an address then
 * hold only against the honest, those a phone and an account against everybody.
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
