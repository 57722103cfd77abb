import { log } from './log'
import type { Refusal } from './refusals'

/**
 * What whoever watches for attacks counts (ASVS 5.0.0, 16.3): who came in, who did not, who was refused. Accounts
 * of staff by their id, nobody else at all: no phone, no name that was typed, no address.
 */
export type SecurityEvent =
  | { event: 'signed-in'; by: 'phone' | 'openid' | 'second-factor'; staffId?: string }
  | {
      event: 'sign-in-failed'
      by: 'phone' | 'openid' | 'password' | 'second-factor'
      why: string
      staffId?: string
    }
  | { event: 'not-permitted'; staffId: string; path: string }
  | { event: 'command-refused'; doing: string; why: Refusal; staffId?: string }
  | { event: 'limit-reached'; kind: string }
  | { event: 'not-our-page' }

/** Writes an event of security into the log, where every such line has `security: true`. */
export function recordSecurityEvent(event: SecurityEvent): void {
  const level = event.event === 'signed-in' ? 'info' : 'warn'
  log()[level]({ security: true, ...event }, 'security event')
}

type SignIn = { by: 'phone' | 'openid' | 'password' | 'second-factor'; staffId?: string }

/** Writes down how a try to sign in went, and hands its result on. The password alone lets nobody in yet. */
export function signInWrittenDown<Tried extends { ok: true } | { ok: false; failure: string }>(
  tried: Tried,
  { by, ...who }: SignIn,
): Tried {
  if (!tried.ok) recordSecurityEvent({ event: 'sign-in-failed', by, why: tried.failure, ...who })
  else if (by !== 'password') recordSecurityEvent({ event: 'signed-in', by, ...who })
  return tried
}
