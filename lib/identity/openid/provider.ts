import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client'
import type { Environment } from '@/lib/platform/env'

/** An OpenID Connect provider as this service is known to it. */
export type OpenidSettings = {
  issuer: string
  clientId: string
  clientSecret: string | undefined
  scope: string
  /** Registered with the provider, to the letter. */
  redirectUri: string
}

export const OPENID_CALLBACK = '/sign-in/openid/callback'
const timeoutSeconds = 8
/** A provider's description, its keys included, is read again after an hour. */
const keptForMilliseconds = 3_600_000

/** The provider of this environment, if there is one (lib/platform/env.ts). */
export function openidSettings(env: Environment): OpenidSettings | null {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID) return null
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    scope: env.OIDC_SCOPE,
    redirectUri: `${env.PUBLIC_URL}${OPENID_CALLBACK}`,
  }
}

type Known = { configuration: Configuration; readAt: number }
const known = new Map<string, Known>()

/**
 * What the provider says of itself, checked to be of that issuer. ID tokens are checked by their signature, too,
 * not only by the connection on which they came.
 *
 * @throws when it cannot be reached or says something else
 */
export async function openidProvider(settings: OpenidSettings): Promise<Configuration> {
  const key = `${settings.issuer}\n${settings.clientId}`
  const before = known.get(key)
  if (before && Date.now() - before.readAt < keptForMilliseconds) return before.configuration
  const configuration = await readProvider(settings)
  known.set(key, { configuration, readAt: Date.now() })
  return configuration
}

async function readProvider({ issuer, clientId, clientSecret }: OpenidSettings): Promise<Configuration> {
  // Only a provider on the same machine may be without TLS; production refuses one (lib/platform/env.ts).
  const ways = issuer.startsWith('http://') ? [allowInsecureRequests] : []
  const found = await discovery(new URL(issuer), clientId, clientSecret, None(), {
    timeout: timeoutSeconds,
    execute: ways,
  })
  const metadata = found.serverMetadata()
  const configuration = new Configuration(
    metadata,
    clientId,
    clientSecret,
    authenticationFor(metadata, clientSecret),
  )
  configuration.timeout = timeoutSeconds
  for (const way of [...ways, enableNonRepudiationChecks]) way(configuration)
  return configuration
}

/** By the way that the provider offers; one that says nothing means HTTP Basic (OpenID Connect Discovery 1.0, 3). */
function authenticationFor(
  { token_endpoint_auth_methods_supported: offered }: { token_endpoint_auth_methods_supported?: string[] },
  clientSecret: string | undefined,
) {
  if (!clientSecret) return None()
  return offered?.includes('client_secret_post') && !offered.includes('client_secret_basic')
    ? ClientSecretPost(clientSecret)
    : ClientSecretBasic(clientSecret)
}
