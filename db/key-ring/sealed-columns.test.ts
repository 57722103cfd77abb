import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sealedTables } from './index'

test('every column that the schema seals is known, and no other', () => {
  const sources = readdirSync('db/schema')
    .filter(file => file !== 'columns.ts')
    .map(file => readFileSync(`db/schema/${file}`, 'utf8'))
  const inSources = sources.flatMap(source =>
    [...source.matchAll(/^ +(\w+): personal\w+(?:<.+>\(\))?\(\)/gm)].map(([, name]) => snakeCase(name ?? '')),
  )
  const known = sealedTables().flatMap(({ columns }) => columns.map(({ name }) => name))
  expect(known.length).toBeGreaterThan(40)
  expect(known.sort()).toEqual(inSources.sort())
})

test('pictures are known as bytes, and words of the guide as nothing of a person', () => {
  const tables = new Map(sealedTables().map(({ name, columns }) => [name, columns]))
  expect(tables.get('attachment_pages')).toEqual([
    { name: 'picture', isBinary: true },
    { name: 'thumbnail', isBinary: true },
  ])
  expect(tables.has('guide_sections')).toBe(false)
})

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
