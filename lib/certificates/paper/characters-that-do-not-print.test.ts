import { describe, expect, test } from 'vitest'
import { charactersThatDoNotPrint } from './characters-that-do-not-print'

describe('a name prints, or somebody is told which character does not', () => {
  test.each([
    ['李婷', [], 'everyday characters'],
    ['𠮷田', [], 'Extension B'],
    ['张子䶮', [], 'Extension A'],
    ['张子龑', [], 'the other character, which also is right'],
    ['陈𬀩', [], 'Extension E'],
    ['王𬺷', [], 'Extension F'],
    ['阿依古丽·买买提', [], 'a middle dot'],
    ['Nguyễn Thị Ánh', [], 'Latin letters with two marks'],
    ['\u{30001}', ['\u{30001}'], 'Extension G, which no font of ours has'],
    ['李\u{F0000}', ['\u{F0000}'], 'private use'],
    ['\u{E000}\u{E000}', ['\u{E000}'], 'private use, said once'],
    ['\uD800', ['\uD800'], 'half a character'],
    ['李\u0000', ['\u0000'], 'a control character'],
  ])('%j: %j (%s)', (name, expected) => {
    expect(charactersThatDoNotPrint(name)).toEqual(expected)
  })
})
