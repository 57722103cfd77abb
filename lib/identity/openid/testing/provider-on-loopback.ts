import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

type Claims = Record<string, unknown>

type Wishes = {
  /** What its ID tokens say; they are signed all the same. */
  say: (claims: Claims) => Claims
  /** Whether their signatures are spoilt. */
  spoilSignatures: boolean
  /** The status of every answer of the token endpoint, in place of its own. */
  tokenStatus: number | null
}

export const truthful: Wishes = {
  say: claims => claims,
  spoilSignatures: false,
  tokenStatus: null,
}

export type ProviderOnLoopback = {
  issuer: string
  clientId: string
  clientSecret: string
  /** How its next answers differ from the truth; tests change it. */
  wishes: Wishes
  /** Signs somebody in at an address that a service sent them to, as their browser would; gives the way back. */
  signIn(address: string, person: string): Promise<URL>
  stop(): Promise<void>
}

const clientSecret = 'a secret of the test and nobody else'

/** A real OpenID Connect provider on this machine, which tests may make lie. */
export async function startProvider({ redirectUri }: { redirectUri: string }): Promise<ProviderOnLoopback> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const wishes = { ...truthful }
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'registration', client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'test' }] },
    cookies: { keys: ['a key of the test'] },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 60,
      IdToken: 60,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
    features: { devInteractions: { enabled: true } },
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/token')) rewriteTokens(response, { wishes, key: privateKey })
    handle(request, response)
  })
  return {
    issuer,
    clientId: 'registration',
    clientSecret,
    wishes,
    signIn: (address, person) => signInAt({ address, person, redirectUri }),
    stop: () => stopServer(server),
  }
}

/** Stands between the provider and the service at the token endpoint. */
function rewriteTokens(
  response: ServerResponse<IncomingMessage>,
  { wishes, key }: { wishes: Wishes; key: KeyObject },
): void {
  const end = response.end.bind(response)
  response.end = (...given: unknown[]) => {
    const [body] = given
    if (typeof body !== 'string' && !Buffer.isBuffer(body)) return end()
    response.removeHeader('content-length')
    if (wishes.tokenStatus === null) return end(changeTokens(body.toString(), { ...wishes, key }))
    response.statusCode = wishes.tokenStatus
    return end('{}')
  }
}

function changeTokens(body: string, { say, spoilSignatures, key }: Wishes & { key: KeyObject }): string {
  const answer = JSON.parse(body)
  if (typeof answer.id_token !== 'string') return body
  const [head = '', claims = ''] = answer.id_token.split('.')
  const said: Claims = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const again = Buffer.from(JSON.stringify(say(said))).toString('base64url')
  const signed = sign('sha256', Buffer.from(`${head}.${again}`), key).toString('base64url')
  const last = spoilSignatures ? `${signed.startsWith('A') ? 'B' : 'A'}${signed.slice(1)}` : signed
  return JSON.stringify({ ...answer, id_token: `${head}.${again}.${last}` })
}

/** Follows the provider's own pages: its form for the name, its question for consent, and back. */
async function signInAt({
  address,
  person,
  redirectUri,
}: {
  address: string
  person: string
  redirectUri: string
}): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = await visit(cookies, address)
  for (let step = 0; step < 12; step += 1) {
    if (next.location?.startsWith(redirectUri)) return new URL(next.location)
    if (next.location) {
      next = await visit(cookies, new URL(next.location, address).href)
      continue
    }
    const action = /<form[^>]*action="([^"]+)"/.exec(next.text)?.[1]
    const prompt = /name="prompt" value="(\w+)"/.exec(next.text)?.[1]
    if (!action || !prompt) throw new Error(`the provider showed no form: ${next.text.slice(0, 200)}`)
    const fields = new URLSearchParams({ prompt, login: person, password: 'any' })
    next = await visit(cookies, new URL(action, address).href, fields)
  }
  throw new Error('the provider did not come to an end')
}

async function visit(cookies: Map<string, string>, address: string, form?: URLSearchParams) {
  const answer = await fetch(address, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
    ...(form && { method: 'POST', body: form }),
  })
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    cookies.set(name, value)
  }
  return { location: answer.headers.get('location'), text: await answer.text() }
}

function stopServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}
