import { schemas } from './schemas'

const schema = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: keyof typeof schemas) => ({ 'application/json': { schema: schema(name) } })
const problem = (description: string, headers = {}) => ({
  description,
  headers,
  content: { 'application/problem+json': { schema: schema('Problem') } },
})
const parameter = (name: string, where: 'query' | 'path', description: string, of: object) => ({
  name,
  in: where,
  required: true,
  description,
  schema: of,
})

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
}

const verify = {
  post: {
    operationId: 'verifyCertificate',
    summary: 'Whether a certificate is genuine and still valid',
    description:
      'Open to everybody, without an account. Ask with what is in the QR code, or with the number and check code on the paper. Each answer about a genuine certificate is counted for its holder to see.',
    requestBody: { required: true, content: json('Question') },
    responses: {
      200: { description: 'The answer, also where the certificate is not genuine.', content: json('Answer') },
      413: problem('The body has more than 4096 bytes.'),
      422: problem('The body has another shape.'),
      429: problem('Too many questions from one address.', retryAfter),
    },
  },
}

const verifyBatch = {
  post: {
    operationId: 'verifyCertificates',
    summary: 'Up to a hundred questions at once',
    description: 'Each question counts against the limits by itself.',
    requestBody: { required: true, content: json('Batch') },
    responses: {
      200: { description: 'The answers.', content: json('BatchAnswer') },
      413: problem('The body has more than 131072 bytes.'),
      422: problem('The body has another shape.'),
      429: problem('Too many questions from one address.', retryAfter),
    },
  },
}

const deadlines = {
  get: {
    operationId: 'countDeadline',
    summary: 'When a period of working days ends',
    parameters: [
      parameter('start', 'query', 'RFC 3339, with offset', { type: 'string', format: 'date-time' }),
      parameter('workingDays', 'query', 'How many', { type: 'integer', minimum: 1, maximum: 250 }),
    ],
    responses: {
      200: { description: 'The last moment of the period.', content: json('DeadlineAnswer') },
      422: problem('A parameter is missing or out of range.'),
      429: problem('Too many questions from one address.', retryAfter),
    },
  },
}

const health = {
  get: {
    operationId: 'health',
    summary: 'Whether the service can do its job',
    responses: {
      200: {
        description: 'It can.',
        content: { 'application/json': { schema: { properties: { status: { const: 'ok' } } } } },
      },
      503: problem('It cannot.'),
    },
  },
}

const keys = {
  get: {
    operationId: 'publishedKeys',
    summary: 'The keys by which a certificate is believed',
    description:
      'A token is a CWT (RFC 8392) in COSE_Sign1 (RFC 9052), signed with Ed25519. Believe these keys only, never one that comes with a certificate. Tokens since November 2026 say until when their key may sign (claim -65537, seventh entry, seconds since 1970): do not believe one that was issued later.',
    responses: {
      200: {
        description: 'RFC 7517',
        content: { 'application/jwk-set+json': { schema: schema('JsonWebKeySet') } },
      },
    },
  },
}

const statusLists = {
  get: {
    operationId: 'statusList',
    summary: 'Which certificates no longer hold',
    description:
      'A W3C Bitstring Status List, signed as a JWT by a published key: two bits a certificate, in the order of the place that its token names. Ask again with If-None-Match after a minute; after its `exp`, it cannot tell any more.',
    parameters: [parameter('id', 'path', 'From 1', { type: 'integer', minimum: 1 })],
    responses: {
      200: { description: 'The list.', content: { 'application/vc+jwt': { schema: { type: 'string' } } } },
      304: { description: 'You have it already.' },
      404: problem('There is no such list.'),
    },
  },
}

/** The outside contract of the API (DESIGN §9), as a document that programs read. */
export const openApiDocument = {
  openapi: '3.1.1',
  info: {
    title: '生育登记 · Birth-service registration',
    version: '1.0.0',
    description:
      'Verify certificates and count deadlines. Errors are problem documents (RFC 9457). Times are instants with their offset; dates are civil dates of Huangshi.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: {
    '/api/v1/verify': verify,
    '/api/v1/verify/batch': verifyBatch,
    '/api/v1/deadlines': deadlines,
    '/api/v1/health': health,
    '/api/v1/status-lists/{id}': statusLists,
    '/.well-known/jwks.json': keys,
  },
  components: { schemas },
}
