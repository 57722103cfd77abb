import { expect, test } from 'vitest'
import { allOf, demand, done, everyFailure, failed, failedTogether } from './result'

test('a form that is right is right in every field', () => {
  expect(allOf([demand(true, 'name-missing'), done('officer')])).toEqual(done(true))
})

test('everything that is wrong is told at once, the first field first, each with its details', () => {
  const answer = allOf([
    done('officer'),
    demand(false, 'name-missing'),
    failed('not-a-time', { field: 'opensAt' }),
    demand(false, 'reason-missing'),
  ])
  if (answer.ok) throw new Error('three of them are wrong')
  expect(answer).toMatchObject({ ok: false, failure: 'name-missing' })
  expect(everyFailure(answer).map(({ failure, details }) => [failure, details])).toEqual([
    ['name-missing', {}],
    ['not-a-time', { field: 'opensAt' }],
    ['reason-missing', {}],
  ])
})

test('one failure is an answer as any other', () => {
  expect(failedTogether([done(1), failed('name-missing')])).toEqual(failed('name-missing'))
})

test('what did not fail cannot be told as a failure', () => {
  expect(() => failedTogether([done(1)])).toThrow('none of these failed')
})
