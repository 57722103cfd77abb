import { describe, expect, test } from 'vitest'
import { queueAddress, readQueueQuery } from './queue-address'

const nothing = {
  waitsFor: null,
  held: null,
  forSupervisor: false,
  dueToday: false,
  after: null,
  found: [],
  done: null,
}

function asked(address: string): Record<string, string> {
  return Object.fromEntries(new URL(address, 'https://dengji.example.cn').searchParams)
}

describe('the address of the queue', () => {
  test('leads back to the filters and the page that made it', () => {
    const query = {
      ...nothing,
      waitsFor: 'office',
      held: 'free',
      forSupervisor: true,
      dueToday: true,
      after: { dueAt: new Date('2026-11-27T09:30:00Z'), reference: 'HS-2611-24-0017-4' },
      found: ['HS-2611-24-0017-8'],
      done: 'transferred',
    } as const
    expect(readQueueQuery(asked(queueAddress({ ...query, found: [...query.found] })))).toEqual(query)
  })

  test.each([
    {},
    {
      waitsFor: 'nobody',
      held: ['mine', 'free'],
      forSupervisor: 'true',
      due: 'tomorrow',
      done: 'everything',
    },
    { found: 'abc' },
    { found: '' },
    { found: 'HS-2611-24-0017-5,<b>,\0' },
    { after: 'yesterday_HS-1' },
    { after: '2026-19-39T29:59:59.000Z_HS-1' },
    { after: '2026-11-27T09:30:00.000Z' },
    { after: "2026-11-27T09:30:00.000Z_'; drop" },
  ])('that says nothing we know shows everything: %j', query => {
    expect(readQueueQuery(query)).toEqual(nothing)
  })
})
