import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from './build'

let folder: string
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'build-'))
  mkdirSync(path.join(folder, 'guide'))
  write('page.tsx', 'home')
  write('guide/page.tsx', 'guide')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the sources of a build', () => {
  test.each([
    ['a changed file', () => write('page.tsx', 'home, better')],
    ['a new file', () => write('guide/reasons.tsx', 'reasons')],
    ['a file that is gone', () => rmSync(path.join(folder, 'guide/page.tsx'))],
    [
      'a file by another name',
      () => renameSync(path.join(folder, 'page.tsx'), path.join(folder, 'start.tsx')),
    ],
  ])('%s asks for a new build', (_what, change) => {
    const before = hashOf([folder])
    change()
    expect(hashOf([folder])).not.toBe(before)
  })

  test('a test does not, nor a second look', () => {
    const before = hashOf([folder])
    write('page.test.tsx', 'a promise')
    expect(hashOf([folder])).toBe(before)
  })

  test('a folder that is not there is no reason to fail', () => {
    expect(hashOf([path.join(folder, 'public'), folder])).toBe(hashOf([folder]))
  })
})
