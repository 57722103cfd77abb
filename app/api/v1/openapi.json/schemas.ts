/** The shapes of the API in JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */

const nullable = (type: string, more: Record<string, unknown> = {}) => ({ type: [type, 'null'], ...more })
const civilDate = { format: 'date', examples: ['2026-11-24'] }
const instant = { type: 'string', format: 'date-time', examples: ['2026-11-25T16:10:42+08:00'] }

const secondsSince1970 = { type: 'integer', minimum: 0, examples: [1790217832] }

const purpose = {
  type: 'string',
  maxLength: 60,
  description: 'What for, in your own words; the holder reads it beside the time of the check.',
}

export const schemas = {
  TokenQuestion: {
    type: 'object',
    description: 'What is in the QR code.',
    required: ['token'],
    additionalProperties: false,
    properties: {
      token: { type: 'string', description: 'The last part of the QR link, or the whole link.' },
      purpose,
    },
  },
  NumberQuestion: {
    type: 'object',
    description: 'What is printed on the paper; spaces, hyphens and full-width digits are folded.',
    required: ['number', 'checkCode'],
    additionalProperties: false,
    properties: {
      number: { type: 'string', examples: ['4202 0200 6261 1240 0173'] },
      checkCode: { type: 'string', examples: ['K7MQ'] },
      purpose,
    },
  },
  Question: {
    oneOf: [{ $ref: '#/components/schemas/TokenQuestion' }, { $ref: '#/components/schemas/NumberQuestion' }],
  },
  Answer: {
    type: 'object',
    description:
      'Always the same fields, null where there is nothing to say. `genuine` false never means that the service was in trouble: that is a problem document.',
    required: ['genuine', 'status', 'reason', 'number', 'type', 'office', 'issuedOn', 'holders', 'checkedAt'],
    additionalProperties: false,
    properties: {
      genuine: { type: 'boolean', description: 'Issued by this service.' },
      status: nullable('string', { enum: ['valid', 'revoked', 'superseded', null] }),
      reason: nullable('string', {
        description: 'Why it is not genuine; null where it is.',
        enum: ['unreadable', 'unsupported', 'unknown_key', 'bad_signature', 'not_found', null],
      }),
      number: nullable('string', { examples: ['42020200626112400173'] }),
      type: nullable('string', { enum: ['birth-service-registration', null] }),
      office: nullable('object', {
        required: ['code', 'name'],
        additionalProperties: false,
        properties: { code: { type: 'string' }, name: { type: 'string' } },
      }),
      issuedOn: nullable('string', civilDate),
      holders: nullable('array', {
        description: 'Masked names: enough to compare with the paper, no more.',
        items: { type: 'string', examples: ['张*'] },
      }),
      checkedAt: { ...instant, description: 'As of when; in the zone of Shanghai.' },
    },
  },
  Batch: {
    type: 'object',
    required: ['questions'],
    additionalProperties: false,
    properties: {
      questions: {
        type: 'array',
        minItems: 1,
        maxItems: 100,
        items: { $ref: '#/components/schemas/Question' },
      },
    },
  },
  BatchAnswer: {
    type: 'object',
    required: ['answers'],
    additionalProperties: false,
    properties: {
      answers: {
        type: 'array',
        description: 'In the order of the questions.',
        items: { $ref: '#/components/schemas/Answer' },
      },
    },
  },
  DeadlineAnswer: {
    type: 'object',
    required: ['startsOn', 'dueAt', 'provisional'],
    additionalProperties: false,
    properties: {
      startsOn: {
        type: 'string',
        ...civilDate,
        description: 'The working day on which the start counts; it is not counted itself.',
      },
      dueAt: instant,
      provisional: {
        type: 'boolean',
        description: 'The last day lies in a year whose working days are not yet published.',
      },
    },
  },
  Problem: {
    type: 'object',
    description: 'A problem document (RFC 9457).',
    required: ['type', 'title', 'status', 'detail'],
    additionalProperties: false,
    properties: {
      type: {
        type: 'string',
        description: 'A stable relative reference, such as /problems/invalid-request.',
      },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
    },
  },
  JsonWebKeySet: {
    type: 'object',
    required: ['keys'],
    properties: {
      keys: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kty', 'crv', 'x', 'kid', 'alg', 'use', 'iat'],
          additionalProperties: false,
          properties: {
            kty: { const: 'OKP' },
            crv: { const: 'Ed25519' },
            x: { type: 'string' },
            kid: { type: 'string', description: 'As in the header of a token (COSE label 4).' },
            alg: { const: 'EdDSA' },
            use: { const: 'sig' },
            iat: { ...secondsSince1970, description: 'From when on it is published.' },
            exp: {
              ...secondsSince1970,
              description: 'Retired since then: what it signed before stays good.',
            },
            revoked: {
              type: 'object',
              description:
                'It got into other hands. The service still believes what it issued before `revoked_at`; without the service believe nothing by such a key.',
              required: ['revoked_at', 'reason'],
              additionalProperties: false,
              properties: { revoked_at: secondsSince1970, reason: { const: 'compromised' } },
            },
          },
        },
      },
    },
  },
} as const
