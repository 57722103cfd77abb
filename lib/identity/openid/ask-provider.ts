import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  calculatePKCECodeChallenge,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Database } from '@/lib/platform/database'
import { log } from '@/lib/platform/log'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { type OpenidSettings, openidProvider } from './provider'

/** What the browser keeps, sealed, while its person is at the provider. */
export type OpenidAttempt = { state: string; nonce: string; verifier: string }

/** Who somebody is, by the word of a provider; nothing else that it says is taken. */
export type OpenidIdentity = { issuer: string; subject: string }

export type OpenidFailure =
  /** The provider does not answer, or not as a provider does. */
  | 'provider-unavailable'
  /** The person said no there. */
  | 'declined'
  /** The code was used before, is too old, or belongs to another browser. */
  | 'expired'
  /** What came back is not meant for this attempt, for us, or not signed by the provider. */
  | 'not-believed'

export const attemptLastsSeconds = 600
const longestSubject = 255

/** Where to send the browser, and what it must bring back: code flow with state, nonce and PKCE (RFC 9700). */
export async function askProvider(
  settings: OpenidSettings,
): Promise<Result<{ address: string; attempt: OpenidAttempt }, 'provider-unavailable'>> {
  const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  try {
    const provider = await openidProvider(settings)
    const address = buildAuthorizationUrl(provider, {
      response_type: 'code',
      redirect_uri: settings.redirectUri,
      scope: settings.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    })
    return done({ address: address.href, attempt })
  } catch (error) {
    log().warn({ because: codeOf(error) }, 'the OpenID provider could not be asked')
    return failed('provider-unavailable')
  }
}

/**
 * Who came back from the provider. Each attempt counts once, whatever the provider thinks of its code: the state
 * is noted before the code is changed for a token.
 *
 * @param query what the provider added to our address
 */
export async function hearProvider(
  { settings, query, attempt }: { settings: OpenidSettings; query: URLSearchParams; attempt: OpenidAttempt },
  { db }: { db: Database },
): Promise<Result<OpenidIdentity, OpenidFailure>> {
  const first = await takeFromLimit(
    {
      bucket: { kind: 'openid-state', value: attempt.state },
      limit: 1,
      windowSeconds: 2 * attemptLastsSeconds,
    },
    { db },
  )
  if (!first.ok) return failed('expired')
  try {
    const provider = await openidProvider(settings)
    const address = new URL(`${settings.redirectUri}?${query}`)
    const tokens = await authorizationCodeGrant(provider, address, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    })
    const subject = tokens.claims()?.sub
    if (!subject || subject.length > longestSubject) return failed('not-believed')
    return done({ issuer: provider.serverMetadata().issuer, subject })
  } catch (error) {
    log().warn({ because: codeOf(error) }, 'an answer of the OpenID provider was refused')
    return failed(failureOf(error))
  }
}

function failureOf(error: unknown): OpenidFailure {
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'declined' : 'provider-unavailable'
  }
  if (error instanceof ResponseBodyError) {
    return error.error === 'invalid_grant' ? 'expired' : 'provider-unavailable'
  }
  return error instanceof ClientError && believable.has(error.code ?? '')
    ? 'provider-unavailable'
    : isOffline(error)
}

/** Of the library's own: the provider is slow or broken, and nothing was said that could be disbelieved. */
const believable: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_PARSE_ERROR',
])

/** A failed connection is a TypeError of fetch; everything else is an answer that must not be believed. */
function isOffline(error: unknown): OpenidFailure {
  return error instanceof TypeError && !(error instanceof ClientError)
    ? 'provider-unavailable'
    : 'not-believed'
}

function codeOf(error: unknown): string {
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError) return error.error
  return error instanceof ClientError ? (error.code ?? 'client-error') : 'unreachable'
}
