import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { GET } from './route'

let database: TestDatabase
vi.mock('@/app/_service', () => ({ service: () => database }))
vi.mock('@/app/_session/client-address', () => ({ clientAddress: async () => '192.0.2.1' }))
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function ask(query: Record<string, string> | string) {
  const search = typeof query === 'string' ? query : new URLSearchParams(query)
  const response = await GET(new Request(`https://dengji.example.cn/api/v1/deadlines?${search}`))
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
}

describe('GET /api/v1/deadlines', () => {
  test.each([
    ['2026-02-13T16:00:00+08:00', '1', '2026-02-13', '2026-02-14T17:30:00+08:00'],
    ['2026-02-13T16:00:00+08:00', '3', '2026-02-13', '2026-02-25T17:30:00+08:00'],
    ['2026-02-13T16:00:00+08:00', '5', '2026-02-13', '2026-02-27T17:30:00+08:00'],
    ['2026-02-13T17:31:00+08:00', '1', '2026-02-14', '2026-02-24T17:30:00+08:00'],
    ['2026-02-13T09:31:00Z', '1', '2026-02-14', '2026-02-24T17:30:00+08:00'],
    ['2026-02-15T10:00:00+08:00', '1', '2026-02-24', '2026-02-25T17:30:00+08:00'],
    ['2026-09-30T10:00:00+08:00', '3', '2026-09-30', '2026-10-10T17:30:00+08:00'],
    ['2018-12-28T16:00:00+08:00', '2', '2018-12-28', '2019-01-02T17:30:00+08:00'],
  ])('from %s, %s working days: counted from %s, due %s', async (start, workingDays, startsOn, dueAt) => {
    const { status, body } = await ask({ start, workingDays })
    expect(status).toBe(200)
    expect(body).toEqual({ startsOn, dueAt, provisional: false })
  })

  test('reads the start with its plus sign escaped, as the contract writes it, or not', async () => {
    const escaped = await ask('start=2026-02-13T16:00:00%2B08:00&workingDays=5')
    const plain = await ask('start=2026-02-13T16:00:00+08:00&workingDays=5')
    expect(escaped.body).toEqual(plain.body)
    expect(escaped.status).toBe(200)
  })

  test('says where a year without a notice makes the answer provisional', async () => {
    const { body } = await ask({ start: '2026-12-30T10:00:00+08:00', workingDays: '2' })
    expect(body).toEqual({ startsOn: '2026-12-30', dueAt: '2027-01-01T17:30:00+08:00', provisional: true })
  })

  test.each([
    [{}, 'nothing'],
    [{ start: '2026-02-13T16:00:00+08:00' }, 'no number of days'],
    [{ start: '2026-02-13T16:00:00', workingDays: '5' }, 'a start without its zone'],
    [{ start: '2026-02-30T16:00:00+08:00', workingDays: '5' }, 'a day that is not there'],
    [{ start: '1850-01-01T00:00:00Z', workingDays: '5' }, 'a start before the calendar'],
    [{ start: '2026-02-13T16:00:00+08:00', workingDays: '0' }, 'no days'],
    [{ start: '2026-02-13T16:00:00+08:00', workingDays: '251' }, 'more days than it counts'],
    [{ start: '2026-02-13T16:00:00+08:00', workingDays: '1.5' }, 'a part of a day'],
    [{ start: '\0', workingDays: '<b>' }, 'markup'],
    [{ start: 'x'.repeat(10_000), workingDays: '9'.repeat(10_000) }, 'ten thousand characters'],
  ] as [Record<string, string>, string][])('%j is answered with 422 and a problem: %s', async query => {
    const { status, type, body } = await ask(query)
    expect(status).toBe(422)
    expect(type).toBe('application/problem+json')
    expect(body).toMatchObject({ status: 422, type: expect.any(String), title: expect.any(String) })
  })

  test('takes 1 and 250 working days, the ends of the range', async () => {
    const start = '2020-01-02T10:00:00+08:00'
    expect((await ask({ start, workingDays: '1' })).body.dueAt).toBe('2020-01-03T17:30:00+08:00')
    expect((await ask({ start, workingDays: '250' })).status).toBe(200)
  })
})
