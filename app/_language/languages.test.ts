import { describe, expect, test } from 'vitest'
import { chooseLanguage } from './languages'

describe('chooseLanguage', () => {
  test.each<[chosen: string | undefined, accepted: string | null, expected: string, why: string]>([
    ['en', 'zh-CN', 'en', 'the choice wins over the browser'],
    ['zh-CN', 'en', 'zh-CN', 'also the other way round'],
    ['de', 'en-GB', 'en', 'an unknown choice counts as none'],
    [undefined, 'en-GB,en;q=0.9,zh;q=0.8', 'en', 'first wish'],
    [undefined, 'zh-TW', 'zh-CN', 'any Chinese'],
    [undefined, 'en;q=0.2, zh-Hans;q=0.7', 'zh-CN', 'weight decides, not order'],
    [undefined, 'fr, en;q=0.5', 'en', 'the first that we speak'],
    [undefined, 'en;q=0', 'zh-CN', 'zero means not wanted'],
    [undefined, 'en;q=oops', 'zh-CN', 'a broken weight is no wish'],
    [undefined, null, 'zh-CN', 'no header'],
  ])('%s, %s → %s (%s)', (chosen, accepted, expected) => {
    expect(chooseLanguage({ chosen, accepted })).toBe(expected)
  })
})
