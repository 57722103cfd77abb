import { describe, expect, test } from 'vitest'
import { parsePostmasterFile } from './postmaster-file'

const running = [
  '4711',
  '/var/data/postgres',
  '1795593742',
  '40213',
  '',
  '127.0.0.1',
  '  1234  5',
  'ready   ',
  '',
]

describe('what a running server wrote about itself', () => {
  test('its number, folder, port and state', () => {
    expect(parsePostmasterFile(running.join('\n'))).toEqual({
      pid: 4711,
      dataDirectory: '/var/data/postgres',
      port: 40_213,
      status: 'ready',
    })
  })

  test('a server that runs for one user alone writes its number negative', () => {
    expect(parsePostmasterFile(['-4711', ...running.slice(1)].join('\n'))?.pid).toBe(4711)
  })

  test('while it starts, it has no port yet', () => {
    expect(parsePostmasterFile('4711\n/var/data/postgres\n')).toMatchObject({ pid: 4711, port: 0 })
  })

  test.each(['', '\n', 'postgres', '0\n/var'])('%j is none', text => {
    expect(parsePostmasterFile(text)).toBeUndefined()
  })
})
