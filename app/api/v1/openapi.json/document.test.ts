import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problem } from '@/app/api/problem'
import { publishedJwk } from '@/lib/certificates'
import type { Finding } from '@/lib/verification'
import { sayAnswer } from '../verify/say-answer'
import { openApiDocument } from './document'
import { schemas } from './schemas'

/** A shape of the document as a check, with the shapes that it refers to beside it. */
function check(name: keyof typeof schemas) {
  const text = JSON.stringify({ ...schemas[name], $defs: schemas })
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')))
}

const checkedAt = new Date('2026-11-25T08:10:42Z')
const genuine: Extract<Finding, { genuine: true }> = {
  genuine: true,
  status: 'valid',
  statusSince: checkedAt,
  number: '42020200626112400173',
  version: 1,
  type: 'birth-service-registration',
  office: { code: '420202006', name: '黄石港街道', county: '黄石港区' },
  issuedOn: '2026-11-24',
  holders: ['李*', '张**'],
  demonstration: true,
  checkedAt,
}

describe('the document says what the service answers', () => {
  test.each([
    genuine,
    { ...genuine, status: 'revoked' },
    { ...genuine, status: 'superseded' },
    ...(['unreadable', 'unsupported', 'unknown_key', 'bad_signature', 'not_found'] as const).map(
      reason => ({ genuine: false, reason, checkedAt }) as const,
    ),
  ] satisfies Finding[])('an answer to a verifier: %j', verification => {
    const said: unknown = JSON.parse(JSON.stringify(sayAnswer(verification)))
    expect(check('Answer').safeParse(said).error).toBeUndefined()
  })

  test('a genuine certificate is answered with exactly the fields of the contract', () => {
    expect(sayAnswer(genuine)).toEqual({
      genuine: true,
      status: 'valid',
      reason: null,
      number: '42020200626112400173',
      type: 'birth-service-registration',
      office: { code: '420202006', name: '黄石港街道' },
      issuedOn: '2026-11-24',
      holders: ['李*', '张**'],
      checkedAt: '2026-11-25T16:10:42+08:00',
    })
  })

  test.each([
    ['in use', {}],
    ['retired', { retiredAt: checkedAt }],
    ['in other hands', { retiredAt: checkedAt, withdrawnFrom: checkedAt }],
  ])('a published key that is %s', (_how, ended) => {
    const kept = {
      publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      addedAt: checkedAt,
      retiredAt: null,
      withdrawnFrom: null,
    }
    const set = { keys: [publishedJwk({ ...kept, ...ended })] }
    expect(check('JsonWebKeySet').safeParse(set).error).toBeUndefined()
    expect(check('JsonWebKeySet').safeParse({ keys: [{ ...set.keys[0], iat: 'soon' }] }).success).toBe(false)
  })

  test('a problem', async () => {
    const said: unknown = await problem({ type: 'invalid-request', detail: 'Send JSON' }).json()
    expect(check('Problem').safeParse(said).error).toBeUndefined()
  })

  test.each([
    [{ token: 'abc' }, true],
    [{ number: '4202', checkCode: 'K7MQ' }, true],
    [{}, false],
    [{ token: 1 }, false],
    [{ number: '4202' }, false],
    [[], false],
  ])('a question: %j (%s)', (asked, isRight) => {
    expect(check('Question').safeParse(asked).success).toBe(isRight)
  })
})

test('every address of the API is described, and nothing else', () => {
  const folder = path.join(process.cwd(), 'app/api/v1')
  const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('route.ts') && !file.startsWith('openapi.json'))
    .map(file => `/api/v1/${path.dirname(file).replaceAll(/\[(\w+)\]/g, '{$1}')}`)
  const described = Object.keys(openApiDocument.paths).filter(address => address.startsWith('/api/'))
  expect(described.sort()).toEqual(routes.sort())
})

test('every shape that is referred to is there', () => {
  const referred = [...JSON.stringify(openApiDocument).matchAll(/#\/components\/schemas\/(\w+)/g)]
  for (const [, name = ''] of referred) expect(Object.keys(schemas)).toContain(name)
})
