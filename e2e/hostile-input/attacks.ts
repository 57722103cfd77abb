import fc from 'fast-check'
import type { PageForm } from '../support/visitor'
import { allNaughtyStrings, naughtyBytes } from './naughty-strings'

/** A form of a page, and who is signed in there. */
export type OpenForm = { role: string; form: PageForm; cookies?: [string, string][] }

export type Attack =
  | { how: 'form'; at: OpenForm; typed: Record<string, string | Buffer>; twice: string | null }
  | { how: 'address'; role: string; path: string }
  | { how: 'body'; path: string; type: string; body: string | Buffer }
  | { how: 'headers'; role: string; path: string; headers: Record<string, string> }

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...allNaughtyStrings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...allNaughtyStrings), { maxLength: 3 }).map(some => some.join('')),
  },
)
const anyBytes = fc.constantFrom(...naughtyBytes)
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
] as const

function attackOnAddress(patterns: readonly { role: string; path: string }[]): fc.Arbitrary<Attack> {
  return fc
    .record({
      at: fc.constantFrom(...patterns),
      segment: fc.option(anyText),
      query: fc.dictionary(fc.constantFrom(...queries), anyText, { maxKeys: 3, noNullPrototype: true }),
      raw: fc.option(fc.constantFrom('%', '%00', '%ff', '%zz', '%2f..%2f', '..;/', '%ed%a0%80', '[]', '{}'), {
        freq: 6,
      }),
    })
    .map(({ at, segment, query, raw }) => {
      const [path = '/'] = at.path.split('?')
      const pieces = path.split('/')
      if (segment !== null) pieces[pieces.length - 1] = encode(segment).slice(0, 4_000)
      const asked = Object.entries(query).map(([name, value]) => `${name}=${encode(value).slice(0, 3_000)}`)
      return {
        how: 'address' as const,
        role: at.role,
        path: `${pieces.join('/')}${raw ?? ''}${asked.length > 0 ? `?${asked.join('&')}` : ''}`,
      }
    })
}

/** As a browser puts a text into an address; half a character as the bytes that an old program would send. */
export function encode(text: string): string {
  return [...text]
    .map(character => (character.isWellFormed() ? encodeURIComponent(character) : '%ED%A0%80'))
    .join('')
}

const bodies: readonly { path: string; types: readonly string[] }[] = [
  {
    path: '/api/v1/verify',
    types: ['application/json', 'text/plain', '', 'application/json; charset=utf-16'],
  },
  { path: '/api/v1/verify/batch', types: ['application/json'] },
  { path: '/v/none', types: ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'] },
  { path: '/print/certificate.pdf', types: ['application/x-www-form-urlencoded'] },
  { path: '/api/auth/callback/phone', types: ['application/x-www-form-urlencoded', 'application/json'] },
  { path: '/api/auth/signout', types: ['application/x-www-form-urlencoded', 'application/json'] },
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

const attackOnBody: fc.Arbitrary<Attack> = fc.constantFrom(...bodies).chain(({ path, types }) =>
  fc.record({
    how: fc.constant('body' as const),
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

function attackOnHeaders(patterns: readonly { role: string; path: string }[]): fc.Arbitrary<Attack> {
  return fc
    .record({
      at: fc.constantFrom(...patterns),
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
  patterns,
}: {
  count: number
  seed: number
  forms: readonly OpenForm[]
  patterns: readonly { role: string; path: string }[]
}): Attack[] {
  const anyAttack = fc.oneof(
    { weight: 10, arbitrary: attackOnForm(forms) },
    { weight: 5, arbitrary: attackOnAddress(patterns) },
    { weight: 4, arbitrary: attackOnBody },
    { weight: 1, arbitrary: attackOnHeaders(patterns) },
  )
  return fc.sample(anyAttack, { numRuns: count, seed })
}

/** A form as bytes, so that what is no text at all can be sent, too. */
export function multipart(fields: readonly (readonly [string, string | Buffer])[]): {
  type: string
  body: Buffer
} {
  const boundary = '----hostile-input'
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}
