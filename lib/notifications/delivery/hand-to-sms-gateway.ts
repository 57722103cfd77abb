import type { HandedOver, SmsGateway } from './gateways'

/** Shorter than the time that a transaction may wait for something outside. */
const timeoutMilliseconds = 5_000
/** What a gateway says of a number that no message reaches: gone, or not one that it can send to. */
const deadNumber: ReadonlySet<number> = new Set([410, 422])

/** Hands a text message to the operator's gateway: a POST of JSON, taken over with any 2xx. */
export async function handToSmsGateway(
  { id, recipient, text }: { id: string; recipient: string; text: string },
  { url, token }: Extract<SmsGateway, { kind: 'http' }>,
): Promise<HandedOver> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ to: recipient, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
    if (answer.ok) return { taken: true }
    if (deadNumber.has(answer.status)) return { taken: false, why: 'number-not-reached', forGood: true }
    return { taken: false, why: `gateway-answered-${answer.status}`, forGood: false }
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError'
    return { taken: false, why: isTimeout ? 'gateway-timeout' : 'gateway-unreachable', forGood: false }
  }
}
