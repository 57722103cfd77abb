import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedReferenceData } from '@/db/seed'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { searchGuide } from '.'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const anchors = async (sought: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
  (await searchGuide({ db: test.db, language, sought })).map(({ anchor }) => anchor)

describe('the search over the guide', () => {
  it.each([
    ['没有结婚证能办吗', 'not-asked'],
    ['要多少钱', 'cost'],
    ['未婚', 'who'],
    ['复议', 'rights'],
    ['落户', 'not'],
  ])('answers %s with the section %s', async (sought, anchor) => {
    expect(await anchors(sought)).toContain(anchor)
  })

  it.each([
    ['paying money', 'cost'],
    ['Marriage certificates', 'not-asked'],
    ['complaints', 'rights'],
  ])('answers %s in English with the section %s', async (sought, anchor) => {
    expect(await anchors(sought, 'en')).toContain(anchor)
  })

  it('answers in the language of the page what was asked in the other', async () => {
    const found = await searchGuide({ db: test.db, language: 'en', sought: '结婚证' })
    const said = found.map(({ anchor, excerpt }) => [anchor, excerpt.map(({ text }) => text).join('')])
    expect(Object.fromEntries(said)['not-asked']).toMatch(/marri/i)
    expect(await anchors('birth permit')).not.toEqual([])
  })

  it.each(['', '？！…', "' | & ! :* \\", '🙂', '<script>', 'x'.repeat(100)])(
    'finds nothing for %s',
    async sought => {
      expect(await anchors(sought)).toEqual([])
    },
  )

  it('marks what was asked', async () => {
    const [first] = await searchGuide({ db: test.db, language: 'en', sought: 'marriage' })
    expect(first?.excerpt.filter(({ marked }) => marked).map(({ text }) => text.toLowerCase())).toContain(
      'marriage',
    )
  })

  it('is written anew at the next start', async () => {
    await test.owner`delete from guide_sections`
    await seedReferenceData({ ownerUrl: test.ownerUrl })
    expect(await anchors('投诉')).toContain('rights')
  })
})
