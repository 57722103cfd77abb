import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** The requirements of levels 1 and 2 in each section of ASVS 5.0.0; numbers of level 3 are left out. */
const requirements: Record<string, readonly number[]> = {
  '1.1': [1, 2],
  '1.2': [1, 2, 3, 4, 5, 6, 7, 8, 9],
  '1.3': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  '1.4': [1, 2, 3],
  '1.5': [1, 2],
  '2.1': [1, 2, 3],
  '2.2': [1, 2, 3],
  '2.3': [1, 2, 3, 4],
  '2.4': [1],
  '3.2': [1, 2],
  '3.3': [1, 2, 3, 4],
  '3.4': [1, 2, 3, 4, 5, 6],
  '3.5': [1, 2, 3, 4, 5],
  '3.7': [1, 2],
  '4.1': [1, 2, 3],
  '4.2': [1],
  '4.3': [1, 2],
  '4.4': [1, 2, 3, 4],
  '5.1': [1],
  '5.2': [1, 2, 3],
  '5.3': [1, 2],
  '5.4': [1, 2, 3],
  '6.1': [1, 2, 3],
  '6.2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  '6.3': [1, 2, 3, 4],
  '6.4': [1, 2, 3, 4],
  '6.5': [1, 2, 3, 4, 5],
  '6.6': [1, 2, 3],
  '6.8': [1, 2, 3, 4],
  '7.1': [1, 2, 3],
  '7.2': [1, 2, 3, 4],
  '7.3': [1, 2],
  '7.4': [1, 2, 3, 4, 5],
  '7.5': [1, 2],
  '7.6': [1, 2],
  '8.1': [1, 2],
  '8.2': [1, 2, 3],
  '8.3': [1],
  '8.4': [1],
  '9.1': [1, 2, 3],
  '9.2': [1, 2, 3, 4],
  '10.1': [1, 2],
  '10.2': [1, 2],
  '10.3': [1, 2, 3, 4],
  '10.4': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  '10.5': [1, 2, 3, 4, 5],
  '10.6': [1, 2],
  '10.7': [1, 2, 3],
  '11.1': [1, 2],
  '11.2': [1, 2, 3],
  '11.3': [1, 2, 3],
  '11.4': [1, 2, 3, 4],
  '11.5': [1],
  '11.6': [1],
  '12.1': [1, 2, 3],
  '12.2': [1, 2],
  '12.3': [1, 2, 3, 4],
  '13.1': [1],
  '13.2': [1, 2, 3, 4, 5],
  '13.3': [1, 2],
  '13.4': [1, 2, 3, 4, 5],
  '14.1': [1, 2],
  '14.2': [1, 2, 3, 4],
  '14.3': [1, 2, 3],
  '15.1': [1, 2, 3],
  '15.2': [1, 2, 3],
  '15.3': [1, 2, 3, 4, 5, 6, 7],
  '16.1': [1],
  '16.2': [1, 2, 3, 4, 5],
  '16.3': [1, 2, 3, 4],
  '16.4': [1, 2, 3],
  '16.5': [1, 2, 3],
  '17.1': [1],
  '17.2': [1, 2, 3, 4],
  '17.3': [1, 2],
}

const statuses = ['done', 'partly', 'not', 'does not apply', 'operator']

const text = readFileSync('docs/security/asvs.md', 'utf8')
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = '', level = '', short = '', status = '', where = '']) => ({
    number,
    level,
    short,
    status,
    where,
  }),
)
/** What looks like a path of this repository, not like an address or a package. */
const pathsIn = (where: string) =>
  [...where.matchAll(/`([\w.-]+(?:\/[^`\s]+|\.(?:ts|tsx|md|js|json)))`/g)].map(([, path = '']) => path)

describe('the table of ASVS 5.0.0, levels 1 and 2', () => {
  test('has every requirement once, and no other', () => {
    const wanted = Object.entries(requirements).flatMap(([section, ends]) =>
      ends.map(end => `${section}.${end}`),
    )
    expect(rows.map(({ number }) => number)).toEqual(wanted)
    expect(rows).toHaveLength(253)
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(70)
  })

  test('names files that exist', () => {
    const missing = rows.flatMap(({ number, where }) =>
      pathsIn(where)
        .filter(path => !existsSync(path))
        .map(path => `${number} ${path}`),
    )
    expect(missing).toEqual([])
  })

  test.each(rows)('$number says what it is worth', ({ status, where }) => {
    expect(statuses).toContain(status)
    if (status === 'done') expect(pathsIn(where).length).toBeGreaterThan(0)
  })

  test('counts itself rightly', () => {
    const count = (status: string) => rows.filter(row => row.status === status).length
    expect(text).toContain(`${count('done')} done, ${count('partly')} partly, ${count('not')} not`)
    expect(text).toContain(`**${rows.length - count('does not apply')} apply**`)
  })
})
