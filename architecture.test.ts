import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { exceptions } from './architecture.exceptions'

type Import = { file: string; from: string; onlyTypes: boolean }

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(file => file !== '' && isThere(file))
const sources = files.filter(file => /\.(ts|tsx|mjs|js)$/.test(file) && !file.endsWith('.d.ts'))
const tests = sources.filter(file => /\.(test|spec)\.tsx?$/.test(file))
/** What only tests use may look behind the doors. */
const imports = sources
  .filter(file => !tests.includes(file) && !/\b(e2e|testing)\b/.test(file))
  .flatMap(importsOf)

describe('dependencies point one way', () => {
  test('app/ reaches the database only through lib/', () => {
    const reaching = imports.filter(one => isIn(one.file, 'app') && isIn(one.from, 'db') && !one.onlyTypes)
    expectNoneBut('app/ reaches the database only through lib/', reaching)
  })

  test('components/ show what they are given: no data access, no session', () => {
    const reaching = imports.filter(
      one =>
        isIn(one.file, 'components') &&
        (isIn(one.from, 'app') || isIn(one.from, 'db') || (isIn(one.from, 'lib') && !one.onlyTypes)),
    )
    expectNoneBut('components/ show what they are given: no data access, no session', reaching)
  })

  test('pages for residents and the staff’s room are two houses: what both need lies outside of them', () => {
    const reaching = imports.filter(({ file, from }) => {
      return isIn(from, 'app/staff') && isIn(file, 'app') && !isIn(file, 'app/staff')
    })
    expectNoneBut('pages for residents take nothing from the staff’s room', reaching)
  })

  test('lib/ knows nothing of pages', () => {
    const reaching = imports.filter(
      one =>
        isIn(one.file, 'lib') && ['app', 'components', 'e2e', 'scripts'].some(room => isIn(one.from, room)),
    )
    expectNoneBut('lib/ knows nothing of pages', reaching)
  })

  test('lib/ needs neither React nor Next, the paper excepted, which is drawn with it', () => {
    const reaching = imports.filter(
      one =>
        isIn(one.file, 'lib') &&
        !isIn(one.file, 'lib/certificates/paper') &&
        /^(react|react-dom|next|next-intl|next-auth|@react-pdf)(\/|$)/.test(one.from),
    )
    expectNoneBut('lib/ needs neither React nor Next', reaching)
  })

  test('a subject of lib/ is entered by its door', () => {
    const reaching = imports.filter(({ file, from }) => {
      const [room, subject, door, ...further] = from.split('/')
      if (room !== 'lib' || subject === 'platform' || isIn(file, `lib/${subject}`)) return false
      return door !== undefined && !(['rules', 'paper', 'index'].includes(door) && further.length === 0)
    })
    expectNoneBut('a subject of lib/ is entered by its door', reaching)
  })

  test('lib/platform serves every subject and knows none', () => {
    const reaching = imports.filter(
      one => isIn(one.file, 'lib/platform') && isIn(one.from, 'lib') && !isIn(one.from, 'lib/platform'),
    )
    expectNoneBut('lib/platform serves every subject and knows none', reaching)
  })

  test('the tables, their migrations and roles stand on their own', () => {
    const own = (file: string) => isIn(file, 'db') && !isIn(file, 'db/seed') && !isIn(file, 'db/testing')
    const reaching = imports.filter(
      one => own(one.file) && ['app', 'components', 'lib', 'scripts'].some(room => isIn(one.from, room)),
    )
    expectNoneBut('the tables, their migrations and roles stand on their own', reaching)
  })

  test('db/schema imports by relative paths, since drizzle-kit stumbles over aliases', () => {
    const aliased = files.filter(
      file => isIn(file, 'db/schema') && /from '@\//.test(readFileSync(file, 'utf8')),
    )
    expect(aliased).toEqual([])
  })
})

describe('rooms stay small and well named', () => {
  test('no source file has 300 lines or more', () => {
    const long = sources.filter(file => readFileSync(file, 'utf8').split('\n').length > 300)
    expectNoneBut('no source file has 300 lines or more', asFindings(long))
  })

  test('no room for things that belong nowhere', () => {
    const vague = /(^|[-/.])(utils?|helpers?|common|misc|managers?|stuff)([-/.]|$)/
    expect(files.filter(file => vague.test(file))).toEqual([])
  })

  test('no test is switched off', () => {
    const off = /\b(test|it|describe)\.(skip|only|todo|fixme|fails)\b|\b(xit|xtest|xdescribe)\(/
    const found = tests.filter(
      file => file !== 'architecture.test.ts' && off.test(readFileSync(file, 'utf8')),
    )
    expect(found).toEqual([])
  })
})

test('no two files of journeys share a phone, which gets one code a minute', () => {
  const told = tests
    .filter(file => isIn(file, 'e2e'))
    .flatMap(file => {
      const phones = readFileSync(file, 'utf8').match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? []
      return [...new Set(phones)].map(phone => ({ phone, file }))
    })
  const shared = told.filter(one => told.some(({ phone, file }) => phone === one.phone && file !== one.file))
  expect(told.length).toBeGreaterThan(50)
  expect(shared).toEqual([])
})

test('texts live in messages/', () => {
  const shown = sources.filter(
    file => (isIn(file, 'app') || isIn(file, 'components')) && !tests.includes(file) && !file.endsWith('.js'),
  )
  const speaking = shown.filter(file => /\p{Script=Han}/u.test(withoutComments(readFileSync(file, 'utf8'))))
  expectNoneBut('texts live in messages/', asFindings(speaking))
})

test('nothing here depends on the machine or the registry of whoever wrote it', () => {
  const bound = /\/(?:work\/main|root\/|home\/\w+\/)|\bregistry\.(?:npm|yarn)|\bnpmmirror\./
  const text = files.filter(file => !/\.(png|pdf|woff2?|ttf)$/.test(file) && file !== 'architecture.test.ts')
  expect(text.filter(file => bound.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('an exception that is no longer needed is taken off the list', () => {
  expect(exceptions.filter(({ file }) => !files.includes(file))).toEqual([])
})

/** What breaks the rule beyond its exceptions; an exception that nothing needs any more shows up too. */
function expectNoneBut(rule: string, found: Import[]): void {
  const excepted = exceptions.filter(exception => exception.rule === rule).map(({ file }) => file)
  const said = found
    .filter(({ file }) => !excepted.includes(file))
    .map(({ file, from }) => (from ? `${file} → ${from}` : file))
  const idle = excepted.filter(file => !found.some(one => one.file === file))
  expect({ found: said, idleExceptions: idle }).toEqual({ found: [], idleExceptions: [] })
}

function asFindings(found: string[]): Import[] {
  return found.map(file => ({ file, from: '', onlyTypes: false }))
}

/** Every static import, export-from and dynamic import of a file, as a path from the top or a package's name. */
function importsOf(file: string): Import[] {
  const text = withoutComments(readFileSync(file, 'utf8'))
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  )
  return [...statements].map(([, onlyTypes, statically, dynamically]) => ({
    file,
    from: resolved({ file, from: statically ?? dynamically ?? '' }),
    onlyTypes: onlyTypes !== undefined,
  }))
}

function resolved({ file, from }: { file: string; from: string }): string {
  if (from.startsWith('@/')) return from.slice(2)
  return from.startsWith('.') ? path.join(path.dirname(file), from) : from
}

function isIn(place: string, room: string): boolean {
  return place === room || place.startsWith(`${room}/`)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function isThere(file: string): boolean {
  try {
    readFileSync(file)
    return true
  } catch {
    return false
  }
}
