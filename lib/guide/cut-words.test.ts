import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutWords, wordsSought } from './cut-words'
import { bestSentence, MARK_END, MARK_START, markWords } from './excerpt'
import { guideSectionsToSearch } from './guide-sections'

describe('cutting words', () => {
  it('cuts Chinese into words, long ones also into their parts', () => {
    expect(cutWords('户口簿、身份证复印件')).toEqual(['户口', '户口簿', '身份', '身份证', '复印', '复印件'])
  })

  it.each([
    ['准生证怎么办', '生育'],
    ['没有结婚证能办吗', '婚否'],
    ['孩子落户', '户口'],
    ['单亲妈妈', '婚否'],
  ])('knows what the field calls %s', (said, meant) => {
    expect(wordsSought(said)).toContain(meant)
  })

  it('looks for single characters only where nothing longer was asked', () => {
    expect(wordsSought('不能办的费用吗')).not.toContain('吗')
    expect(wordsSought('钱')).toEqual(['钱'])
  })

  it('never gives anything but letters and digits, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), text => {
        expect(cutWords(text).every(word => /^[\p{L}\p{N}]+( [\p{L}]+)*$/u.test(word))).toBe(true)
      }),
    )
  })

  it('cuts the guide and what is asked alike: each title finds its own words', () => {
    for (const { title, text } of guideSectionsToSearch()) {
      expect(cutWords(`${title}\n${text}`)).toEqual(expect.arrayContaining(wordsSought(title)))
    }
  })
})

describe('the guide to search', () => {
  it('says the same in the same order in both languages, so that an answer is found from either', () => {
    const linesIn = (language: string) =>
      guideSectionsToSearch()
        .filter(section => section.language === language)
        .map(({ anchor, text }) => [anchor, text.split('\n').length])
    expect(linesIn('en')).toEqual(linesIn('zh-CN'))
  })
})

describe('an excerpt', () => {
  it('is the sentence with most of what was asked, and loses none of it', () => {
    const marked = markWords({ text: '不收费。\n不要结婚证，不问婚姻', words: ['结婚', '结婚证', '婚姻'] })
    expect(bestSentence(marked)).toEqual([
      { text: '不要', marked: false },
      { text: '结婚证', marked: true },
      { text: '，不问', marked: false },
      { text: '婚姻', marked: true },
    ])
  })

  it('says what the text says, mark by mark', () => {
    const written = fc
      .string({ maxLength: 40 })
      .filter(text => ![MARK_START, MARK_END, '\n'].some(sign => text.includes(sign)))
    fc.assert(
      fc.property(written, fc.array(fc.string({ maxLength: 3 })), (text, words) => {
        expect(
          bestSentence(markWords({ text, words }))
            .map(part => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
