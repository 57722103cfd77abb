import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Routes for programs, which no browser sends anything along to: they know no cookie and change nobody's record. */
const forPrograms = ['app/api/v1/verify/batch/route.ts', 'app/api/v1/verify/route.ts']

const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('/route.ts'))
  .map(file => `app/${file}`)
  .map(file => ({ file, text: readFileSync(file, 'utf8') }))

test('a route that takes POST refuses what does not come from a page of ours', () => {
  const taking = routes.filter(({ text }) =>
    /export (?:const POST|(?:async )?function POST)\b|as POST\b/.test(text),
  )
  const asking = taking.filter(({ text }) => text.includes('isFromOurPage(request)')).map(({ file }) => file)
  expect([...asking, ...forPrograms].sort()).toEqual(taking.map(({ file }) => file).sort())
  expect(asking).toContain('app/print/certificate.pdf/route.ts')
})

test('a route for programs reads no cookie', () => {
  for (const { text } of routes.filter(({ file }) => forPrograms.includes(file))) {
    expect(text).not.toMatch(/cookies\(|currentViewer|require(Resident|Staff)/)
  }
})

test('no route takes PUT, PATCH or DELETE', () => {
  for (const { file, text } of routes) {
    expect(text, file).not.toMatch(/export (?:const|function|async function) (?:PUT|PATCH|DELETE)\b/)
  }
})
