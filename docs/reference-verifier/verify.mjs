// A small verifier, to compare one's own with and to read. Node 20 or newer, no packages:
//
//   node docs/reference-verifier/verify.mjs https://dengji.example.cn <link or token>
//
// It believes what the service publishes and nothing else: /.well-known/jwks.json and /api/v1/status-lists/{n}. It prints
// one JSON object. Its exit code is 0 for valid, 1 for a certificate not to accept, 2 where it
// cannot read or cannot tell.

import { pathToFileURL } from 'node:url'
import { isSignedBy, listNumberOf, readKeys, readState } from './published.mjs'
import { readClaims, readToken } from './token.mjs'

/**
 * Judges a link or token by what an origin publishes.
 *
 * @param {{ origin: string, text: string, now?: Date, ask?: typeof fetch }} question
 * @returns one of the six answers, with what the certificate says where its signature is good
 */
export async function verifyCertificate({ origin, text, now = new Date(), ask = fetch }) {
  const token = readToken(text)
  if (!token) return { answer: 'unreadable' }
  try {
    return await judge({ token, now, get: path => getFrom({ origin, path, ask }) })
  } catch (error) {
    // Whatever goes wrong with the network or the service is no proof of a forgery.
    return { answer: 'cannot-tell', because: String(error) }
  }
}

async function judge({ token, now, get }) {
  const keys = readKeys(JSON.parse(await get('/.well-known/jwks.json')))
  const key = keys.get(token.keyId)
  if (!key) return { answer: 'cannot-tell', because: 'its key is not published' }
  if (!isSignedBy(key, token)) return { answer: 'not-ours' }
  // Whoever stole a key can date back what they sign with it: only the service knows what it issued.
  if (key.isWithdrawn) return { answer: 'cannot-tell', because: 'its key was withdrawn; ask the service' }
  const claims = readClaims(token)
  if (!claims) return { answer: 'unreadable' }
  const { place, ...says } = claims
  const list = place === null ? null : await get(`/api/v1/status-lists/${listNumberOf(place)}`)
  const state = list && readState({ jwt: list, keys, place })
  if (!state?.status)
    return { answer: 'cannot-tell', because: 'no list of states that can be believed', ...says }
  const known = { ...says, asOf: state.asOf.toISOString() }
  // Ended is ended, however old the list is; only "valid" needs a list of today.
  if (state.status === 'valid' && now > state.until) {
    return { answer: 'cannot-tell', because: 'the list of states is too old', ...known }
  }
  return { answer: state.status, ...known }
}

async function getFrom({ origin, path, ask }) {
  const response = await ask(new URL(path, origin))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

const exitCodes = { valid: 0, superseded: 1, revoked: 1, 'not-ours': 1, unreadable: 2, 'cannot-tell': 2 }

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [origin, text] = process.argv.slice(2)
  if (!origin || !text) {
    process.stderr.write('node verify.mjs <origin> <link or token>\n')
    process.exit(2)
  }
  const judgement = await verifyCertificate({ origin, text })
  process.stdout.write(`${JSON.stringify(judgement, null, 2)}\n`)
  process.exitCode = exitCodes[judgement.answer]
}
