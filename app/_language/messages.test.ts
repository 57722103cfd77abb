import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { MESSAGES } from './messages'

type Tree = { [key: string]: Tree | string }

function keysOf(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  )
}

function textsOf(tree: Tree): string[] {
  return Object.values(tree).flatMap(value => (typeof value === 'string' ? [value] : textsOf(value)))
}

describe('messages', () => {
  test('both languages say the same things', () => {
    expect(keysOf(MESSAGES.en).sort()).toEqual(keysOf(MESSAGES['zh-CN']).sort())
  })

  test.each(['zh-CN', 'en'] as const)('every file of %s is used', language => {
    const rooms = readdirSync(new URL(`../../messages/${language}`, import.meta.url))
    expect(rooms.map(file => file.replace('.json', '')).sort()).toEqual(
      Object.keys(MESSAGES[language]).sort(),
    )
  })

  test('no text is empty', () => {
    const texts = [...textsOf(MESSAGES['zh-CN']), ...textsOf(MESSAGES.en)]
    expect(texts.filter(text => text.trim() === '')).toEqual([])
  })

  // 今天, 明天 周五; today, 11:54: never “on today”, never “today” where a sentence begins.
  test('whenever something happened, today and tomorrow can stand in the sentence', () => {
    const moment = '[<{](when|until|end|start|first|last)[>}]'
    const english = new RegExp(`^${moment}|\\b(on|at) ${moment}`, 'i')
    expect(textsOf(MESSAGES.en).filter(text => english.test(text))).toEqual([])
    const chinese = new RegExp(`[在到于从] ${moment}`)
    expect(textsOf(MESSAGES['zh-CN']).filter(text => chinese.test(text))).toEqual([])
  })

  test('Chinese avoids the words of officialdom', () => {
    const stiff = /敬请|予以(?!登记)|相关/
    const texts = textsOf(MESSAGES['zh-CN']).map(text => text.replaceAll('不予登记', ''))
    expect(texts.filter(text => stiff.test(text))).toEqual([])
  })
})
