import { describe, expect, test } from 'vitest'
import { whomToTell } from './tell-office'

const chen = { id: 'chen', role: 'officer' }
const li = { id: 'li', role: 'officer' }
const zhou = { id: 'zhou', role: 'supervisor' }

describe('a message reaches', () => {
  test('the first contact alone, who answers for the case', () => {
    expect(whomToTell({ members: [chen, li, zhou], firstContactId: 'li' })).toEqual([li])
    expect(whomToTell({ members: [chen, li, zhou], firstContactId: 'zhou' })).toEqual([zhou])
  })
  test('every officer where nobody has taken the case, or whoever did works elsewhere now', () => {
    expect(whomToTell({ members: [chen, li, zhou], firstContactId: null })).toEqual([chen, li])
    expect(whomToTell({ members: [chen, li, zhou], firstContactId: 'gone' })).toEqual([chen, li])
  })
  test('the supervisors of an office that has no officer', () => {
    expect(whomToTell({ members: [zhou], firstContactId: null })).toEqual([zhou])
  })
})
