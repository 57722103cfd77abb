/**
 * Whether a request that changes something comes from a page of ours. A browser says so in Sec-Fetch-Site or
 * Origin; a request with neither is refused, though Next.js alone would let it through.
 *
 * @param hosts the hosts by which we are reached
 */
export function comesFromOurPage({
  headers,
  hosts,
}: {
  headers: { get(name: string): string | null }
  hosts: readonly string[]
}): boolean {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site === null && origin === null) return false
  if (site !== null && site !== 'same-origin') return false
  // A page with the referrer policy no-referrer sends the origin "null"; Sec-Fetch-Site then decides.
  if (origin === null || (origin === 'null' && site !== null)) return true
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
