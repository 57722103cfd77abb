import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** WCAG 2.2, levels A and AA: the criteria of each guideline. */
const criteria: Record<string, readonly number[]> = {
  '1.1': [1],
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2, 3, 4, 5],
  '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
  '2.1': [1, 2, 4],
  '2.2': [1, 2],
  '2.3': [1],
  '2.4': [1, 2, 3, 4, 5, 6, 7, 11],
  '2.5': [1, 2, 3, 4, 7, 8],
  '3.1': [1, 2],
  '3.2': [1, 2, 3, 4, 6],
  '3.3': [1, 2, 3, 4, 7, 8],
  '4.1': [2, 3],
}
const text = readFileSync('docs/accessibility.md', 'utf8')
const rows = [...text.matchAll(/^\| (\d\.\d)\.(\d+) \|/gm)].map(
  ([, guideline, number]) => `${guideline}.${number}`,
)

test('each of the 55 criteria has its line, once', () => {
  const expected = Object.entries(criteria).flatMap(([guideline, numbers]) =>
    numbers.map(number => `${guideline}.${number}`),
  )
  expect(expected).toHaveLength(55)
  expect(rows.toSorted()).toEqual(expected.toSorted())
})

test('whatever a line names is there', () => {
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|tsx|json))`/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter(file => !existsSync(file))).toEqual([])
})
