import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app'], { encoding: 'utf8' })
  .split('\n')
  .filter(file => file.endsWith('.tsx'))
  .map(file => ({ file, source: readFileSync(file, 'utf8') }))
  .filter(({ source }) => source.includes('<TextArea'))

test('whatever is written in own words is there again when the session was over: its form is a KeptForm', () => {
  expect(pages.length).toBeGreaterThan(10)
  const lost = pages.filter(({ source }) => formsAround(source).includes('ActionForm'))
  expect(lost.map(({ file }) => file)).toEqual([])
})

/** The kind of form that each text area of a file stands in; '' where another file has the form. */
function formsAround(source: string): string[] {
  const before = [...source.matchAll(/<TextArea\b/g)].map(({ index }) => source.slice(0, index))
  return before.map(text => [...text.matchAll(/<(ActionForm|KeptForm)\b/g)].at(-1)?.[1] ?? '')
}
