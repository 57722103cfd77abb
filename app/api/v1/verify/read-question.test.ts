import { describe, expect, test } from 'vitest'
import { LARGEST_BATCH, readQuestion, readQuestions } from './read-question'

function request(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api/v1/verify', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
}

/** A body that comes in pieces and never says how long it is. */
function inPieces(length: number): ReadableStream<Uint8Array> {
  let left = length
  return new ReadableStream({
    pull: controller => {
      if (left <= 0) return controller.close()
      controller.enqueue(new Uint8Array(Math.min(1_000, left)).fill(0x20))
      left -= 1_000
    },
  })
}

describe('a question is read', () => {
  test.each([
    ['{"token":"abc"}', { token: 'abc' }],
    [' {"number":"4202","checkCode":"K7MQ"} ', { number: '4202', checkCode: 'K7MQ' }],
  ])('%s', async (body, expected) => {
    expect(await readQuestion(request(body))).toEqual({
      ok: true,
      value: { question: expected, purpose: null },
    })
  })

  test('with what it is for, if the verifier says so', async () => {
    const read = await readQuestion(request('{"token":"abc","purpose":" 生育保险 "}'))
    expect(read).toEqual({ ok: true, value: { question: { token: 'abc' }, purpose: '生育保险' } })
  })

  test.each([
    ['', 'nothing'],
    ['{', 'no JSON'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['"abc"', 'a text'],
    ['{}', 'nothing asked'],
    ['{"token":1}', 'another type'],
    ['{"token":null}', 'null where a text belongs'],
    ['{"token":["abc"]}', 'a list where a text belongs'],
    ['{"number":"4202"}', 'half a question'],
    ['{"number":4202,"checkCode":"K7MQ"}', 'a number where a text belongs'],
    ['{"token":"abc","number":"4202","checkCode":"K7MQ"}', 'two questions in one'],
    ['{"token":"abc","more":1}', 'something that nobody knows'],
    ['{"token":"abc","purpose":1}', 'a purpose that is no text'],
    ['{"token":"abc","purpose":"\\u0000"}', 'a purpose that cannot be kept'],
    [`{"token":"abc","purpose":"${'a'.repeat(61)}"}`, 'a purpose that is an essay'],
    ['\uFEFF[', 'a mark and no JSON'],
  ])('or not: %s (%s)', async body => {
    expect(await readQuestion(request(body))).toMatchObject({ ok: false, failure: 'invalid-request' })
  })

  test('as UTF-8 and nothing else', async () => {
    const body = Buffer.concat([Buffer.from('{"token":"'), Buffer.from([0xff]), Buffer.from('"}')])
    expect(await readQuestion(request(body))).toMatchObject({ failure: 'invalid-request' })
  })
})

describe('never more than 4 KiB is taken in', () => {
  const fits = `{"token":"${'a'.repeat(4_096 - 12)}"}`
  test('whatever the body says of its length', async () => {
    expect((await readQuestion(request(fits))).ok).toBe(true)
    expect(await readQuestion(request(`${fits} `))).toMatchObject({ failure: 'body-too-large' })
    expect(await readQuestion(request(inPieces(1_000_000)))).toMatchObject({ failure: 'body-too-large' })
    expect(await readQuestion(request('{"token":"a"}', { 'content-length': '5000' }))).toMatchObject({
      failure: 'body-too-large',
    })
  })
})

test('up to a hundred questions are read at once', async () => {
  const many = (count: number) => JSON.stringify({ questions: Array(count).fill({ token: 'a'.repeat(900) }) })
  expect((await readQuestions(request(many(LARGEST_BATCH)))).ok).toBe(true)
  for (const body of [many(LARGEST_BATCH + 1), many(0), '{"questions":{}}', '[]']) {
    expect(await readQuestions(request(body))).toMatchObject({ failure: 'invalid-request' })
  }
})
