import { describe, expect, test } from 'vitest'
import { readerOfCase, whoseAct } from './reader-of-case'

const [grandmother, daughter] = [{ residentId: 'grandmother' }, { residentId: 'daughter' }]
const byProxy = { appliedBy: 'proxy', ...grandmother } as const

describe('a case by a proxy', () => {
  test('is read by the proxy and by the person concerned, each as who they are', () => {
    expect(readerOfCase({ application: byProxy, viewer: grandmother })).toBe('proxy')
    expect(readerOfCase({ application: byProxy, viewer: daughter })).toBe('principal')
    expect(readerOfCase({ application: { ...byProxy, appliedBy: 'self' }, viewer: grandmother })).toBe(
      'applicant',
    )
  })

  test.each([
    ['submit', 'grandmother', 'you', 'proxy'],
    ['withdraw', 'daughter', 'principal', 'you'],
    ['mandate-denied', 'daughter', 'principal', 'you'],
    ['mandate-wrong-phone', null, 'you', 'proxy'],
    ['register', null, null, null],
  ] as const)('%s is told as the act of who acted', (name, residentId, toProxy, toDaughter) => {
    const event = { name, residentId }
    expect(whoseAct({ event, application: byProxy, viewer: grandmother })).toBe(toProxy)
    expect(whoseAct({ event, application: byProxy, viewer: daughter })).toBe(toDaughter)
  })
})
