import { expect, test } from 'vitest'
import { withoutWhatPeopleTyped } from './log'

test('a failed query is logged by its code and place, without the values in it', () => {
  const refused = Object.assign(new (class PostgresError extends Error {})('invalid input: "13900001234"'), {
    code: '22P02',
    constraint_name: 'one_resident_a_phone',
  })
  const query = new (class DrizzleQueryError extends Error {})('Failed query … params: 13900001234')
  query.cause = refused
  const written = JSON.stringify(withoutWhatPeopleTyped(query))
  expect(written).not.toContain('13900001234')
  expect(written).toContain('22P02')
  expect(written).toContain('one_resident_a_phone')
})

test('our own message is kept', () => {
  expect(withoutWhatPeopleTyped(new Error('no sealing key'))).toMatchObject({ message: 'no sealing key' })
})
