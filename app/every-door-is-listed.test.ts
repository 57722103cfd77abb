import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { actions } from '../e2e/authorisation/actions'
import { pagesAndRoutes } from '../e2e/authorisation/pages-and-routes'

/** How an action begins; both refuse requests from elsewhere and forms that are too large. */
const guarded = /^export const (\w+) = guarded(?:Action|Submit)\(/gm

function filesOf(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' }).map(file => `${room}/${file}`)
}

function actionFiles(): { file: string; text: string }[] {
  return ['app', 'components', 'lib']
    .flatMap(filesOf)
    .filter(file => /\.tsx?$/.test(file))
    .map(file => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => /^\s*'use server'/m.test(text))
}

describe('every door of the service is in the table of who may do what', () => {
  test('pages and routes', () => {
    const there = filesOf('app').filter(file => /\/(page\.tsx|route\.ts)$/.test(file))
    expect(Object.keys(pagesAndRoutes).sort()).toEqual(there.sort())
  })

  test('server actions', () => {
    const there = actionFiles().flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(
        ([, name]) => `${file} ${name}`,
      ),
    )
    expect(Object.keys(actions).sort()).toEqual(there.sort())
  })

  test.each(actionFiles())('$file: each action refuses what does not come from our pages', ({ text }) => {
    const exported = [...text.matchAll(/^export (?!type)[^=]*?(\w+)\s*(?:=|\()/gm)].map(([, name]) => name)
    expect([...text.matchAll(guarded)].map(([, name]) => name)).toEqual(exported)
    expect(text.startsWith("'use server'")).toBe(true)
  })
})
