import fc from 'fast-check'
import type { PageForm } from '../support/visitor'
import { anyBytes, anyText, encode } from './any-text'
import { attackOnUpload } from './uploads'

/** A form of a page, and who is signed in there. */
export type OpenForm = { role: string; form: PageForm; cookies?: [string, string][] }

export type Attack =
  | { how: 'form'; at: OpenForm; typed: Record<string, string | Buffer>; twice: string | null }
  | { how: 'address'; role: string; path: string }
  | { how: 'body'; role: string; path: string; type: string; body: string | Buffer }
  | { how: 'headers'; role: string; path: string; headers: Record<string, string> }

const anyValue = fc.oneof(
  { weight: 12, arbitrary: anyText as fc.Arbitrary<string | Buffer> },
  { weight: 1, arbitrary: anyBytes },
)

/** What the form itself keeps hidden, to be tampered with now and then. */
function tamperable(name: string): boolean {
  return name.startsWith('$ACTION')
}

function attackOnForm(forms: readonly OpenForm[]): fc.Arbitrary<Attack> {
  return fc
    .record({ at: fc.constantFrom(...forms), tampers: fc.integer({ min: 0, max: 19 }) })
    .chain(({ at, tampers }) => {
      const names = [...new Set(at.form.controls.map(({ name }) => name))]
      const open = names.filter(name => !tamperable(name) || tampers === 0)
      const typed = fc
        .dictionary(open.length > 0 ? fc.constantFrom(...open) : fc.constant('extra'), anyValue, {
          minKeys: 1,
          noNullPrototype: true,
        })
        .map(values => ({ ...values }))
      const twice = fc.option(open.length > 0 ? fc.constantFrom(...open) : fc.constant('extra'), { freq: 10 })
      return fc.record({ typed, twice }).map(rest => ({ how: 'form' as const, at, ...rest }))
    })
}

/** Fields that pages read from their address. */
const queries = [
  'back',
  'to',
  'sent',
  'done',
  'failed',
  'found',
  'after',
  'because',
  'number',
  'by',
  'reference',
  'staffNumber',
  'action',
  'from',
  'until',
  'waitsFor',
  'held',
  'q',
  'step',
  'holidays',
  'makeUpDays',
  'sourceLink',
  'start',
  'workingDays',
  'sha',
  'page',
  'ended',
  'list',
  'office',
  'problem',
  'field',
  'find',
  'of',
  'answer',
  'copy',
  'show',
  'thanks',
  'link',
  'code',
  'state',
  'error',
  'iss',
  'due',
  'forSupervisor',
] as const

function attackOnAddress(doors: readonly { role: string; path: string }[]): fc.Arbitrary<Attack> {
  return fc
    .record({
      at: fc.constantFrom(...doors),
      segment: fc.option(fc.record({ text: anyText, fromEnd: fc.integer({ min: 0, max: 3 }) })),
      query: fc.dictionary(fc.constantFrom(...queries), anyText, { maxKeys: 3, noNullPrototype: true }),
      raw: fc.option(fc.constantFrom('%', '%00', '%ff', '%zz', '%2f..%2f', '..;/', '%ed%a0%80', '[]', '{}'), {
        freq: 6,
      }),
    })
    .map(({ at, segment, query, raw }) => {
      const [path = '/'] = at.path.split('?')
      const pieces = path.split('/')
      if (segment) {
        pieces[Math.max(1, pieces.length - 1 - segment.fromEnd)] = encode(segment.text).slice(0, 4_000)
      }
      const asked = Object.entries(query).map(([name, value]) => `${name}=${encode(value).slice(0, 3_000)}`)
      return {
        how: 'address' as const,
        role: at.role,
        path: `${pieces.join('/')}${raw ?? ''}${asked.length > 0 ? `?${asked.join('&')}` : ''}`,
      }
    })
}

const inForm = 'application/x-www-form-urlencoded'

/** What takes a body and is no action of a page, as whoever may send one. */
const bodies: readonly { role?: string; path: string; types: readonly string[] }[] = [
  {
    path: '/api/v1/verify',
    types: ['application/json', 'text/plain', '', 'application/json; charset=utf-16'],
  },
  { path: '/api/v1/verify/batch', types: ['application/json', inForm] },
  { path: '/v/none', types: [inForm, 'multipart/form-data; boundary=x'] },
  { path: '/print/certificate.pdf', types: [inForm] },
  { path: '/api/auth/callback/phone', types: [inForm, 'application/json'] },
  { path: '/api/auth/signout', types: [inForm, 'application/json'] },
  { role: 'auditor', path: '/staff/audit/exports/none/file', types: [inForm, 'application/json', ''] },
]

const anyBody: fc.Arbitrary<string | Buffer> = fc.oneof(
  anyText,
  anyBytes,
  anyText.map(token => JSON.stringify({ token })),
  fc.record({ number: anyText, checkCode: anyText }).map(body => JSON.stringify(body)),
  fc
    .array(anyText, { maxLength: 4 })
    .map(texts => JSON.stringify({ questions: texts.map(token => ({ token })) })),
  fc.json(),
  fc.constantFrom(
    '[',
    '{"token":',
    `${'['.repeat(2_000)}`,
    '{"token":{"$ne":null}}',
    '{"__proto__":{"token":"x"}}',
  ),
  fc
    .dictionary(fc.constantFrom('name', 'lastSix', 'digits', 'word', 'phone', 'code', 'csrfToken'), anyText, {
      noNullPrototype: true,
    })
    .map(fields =>
      Object.entries(fields)
        .map(([name, value]) => `${name}=${encode(value)}`)
        .join('&'),
    ),
)

const attackOnBody: fc.Arbitrary<Attack> = fc.constantFrom(...bodies).chain(({ role, path, types }) =>
  fc.record({
    how: fc.constant('body' as const),
    role: fc.constant(role ?? 'anonymous'),
    path: fc.constant(path),
    type: fc.constantFrom(...types),
    body: anyBody,
  }),
)

const headerNames = [
  'cookie',
  'accept-language',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'referer',
  'origin',
  'next-action',
  'rsc',
  'next-router-prefetch',
  'next-router-state-tree',
  'x-request-id',
  'x-path',
  'if-none-match',
  'range',
  'content-type',
  'authorization',
  'user-agent',
] as const

/** What a header can carry at all: bytes of Latin-1 without line ends. */
const anyHeader = anyText.map(text => [...encode(text).slice(0, 2_000)].join(''))

function attackOnHeaders(doors: readonly { role: string; path: string }[]): fc.Arbitrary<Attack> {
  return fc
    .record({
      at: fc.constantFrom(...doors),
      headers: fc.dictionary(fc.constantFrom(...headerNames), anyHeader, {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      }),
    })
    .map(({ at, headers }) => ({ how: 'headers' as const, ...at, headers: { ...headers } }))
}

/** So many attacks, always the same ones for a seed. */
export function inventAttacks({
  count,
  seed,
  forms,
  doors,
  upload,
}: {
  count: number
  seed: number
  forms: readonly OpenForm[]
  doors: readonly { role: string; path: string }[]
  /** Where files are sent to. */
  upload: string
}): Attack[] {
  const anyAttack = fc.oneof(
    { weight: 10, arbitrary: attackOnForm(forms) },
    { weight: 5, arbitrary: attackOnAddress(doors) },
    { weight: 4, arbitrary: attackOnBody },
    { weight: 1, arbitrary: attackOnHeaders(doors) },
    { weight: 1, arbitrary: attackOnUpload(upload) },
  )
  return fc.sample(anyAttack, { numRuns: count, seed })
}
