import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentHolder, takeStartLock } from './start-lock'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-lock-'))
  file = path.join(folder, 'start.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('one start at a time', () => {
  test('the second learns who is the first, and where it serves once that is known', () => {
    const first = takeStartLock(file)
    expect(takeStartLock(file)).toEqual({ taken: false, pid: process.pid, url: null })
    if (first.taken) first.tell('http://localhost:3000')
    expect(takeStartLock(file)).toEqual({ taken: false, pid: process.pid, url: 'http://localhost:3000' })
    expect(currentHolder(file)).toEqual({ pid: process.pid, url: 'http://localhost:3000' })
  })

  test('after the first has let go, the next one takes it and nothing is left over', () => {
    const first = takeStartLock(file)
    if (first.taken) first.release()
    expect(currentHolder(file)).toBeUndefined()
    expect(takeStartLock(file).taken).toBe(true)
    expect(readdirSync(folder)).toEqual(['start.lock'])
  })

  test.each([
    ['of a killed run', () => JSON.stringify({ pid: deadPid(), beginning: '1', url: null })],
    [
      'whose number another process has now',
      () => JSON.stringify({ pid: 1, beginning: 'before', url: null }),
    ],
    ['that was torn', () => '{"pid": 12'],
    ['that is empty', () => ''],
  ])('a lock %s is in nobody’s way', (_which, content) => {
    writeFileSync(file, content())
    expect(takeStartLock(file).taken).toBe(true)
    expect(readdirSync(folder)).toEqual(['start.lock'])
  })

  test('a run that lost its lock does not take away that of the next one', () => {
    const first = takeStartLock(file)
    writeFileSync(file, JSON.stringify({ pid: 1, beginning: '', url: null }))
    if (first.taken) first.release()
    expect(existsSync(file)).toBe(true)
  })
})

function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}
