import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth, readTypedText } from '@/lib/platform/typed-text'
import { encodedForPrivateUse } from './private-use-characters'

export type PersonNameFailure =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'forbidden-character'
  | 'unknown-private-character'
  | 'not-a-name'

export const LONGEST_NAME = 50

/** The dot between the parts of a minority name, in its many spellings; prints as U+00B7. */
const middleDots = /[\u00B7\u0387\u2022\u2027\u2219\u22C5\u2E31\u30FB\uFF0E\uFF65\u318D\u25CF\u2024]/gu
const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu
/** Compatibility ideographs; the twelve unified ones among them have no decomposition and stay (U+FA0E …). */
const compatibilityIdeographs = /[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu
const ideographicName = /^[\p{Script=Han}〇]+(·[\p{Script=Han}〇]+)*$/u
const latinName = /^[\p{Script=Latin}\p{M}](?:[\p{Script=Latin}\p{M} .,'’·-]*[\p{Script=Latin}\p{M}.])?$/u

/**
 * Reads a person's name. Spellings that mean the same are folded to one: the middle dot, compatibility
 * ideographs, old private-use code points (GB 18030-2000/2005). Characters that only look alike stay apart:
 * 䶮 and 龑 are different, and both are right.
 *
 * @returns the name, and whether folding changed it, so that the page can show what will be printed
 */
export function readPersonName(raw: unknown): Result<{ name: string; changed: boolean }, PersonNameFailure> {
  const text = readTypedText({ raw, maximumLength: LONGEST_NAME })
  if (!text.ok) return failed(text.failure === 'not-text' ? 'empty' : text.failure, text.details)
  if (text.value === '') return failed('empty')
  const name = foldName(text.value)
  if (name.match(privateUse)) return failed('unknown-private-character')
  if (/[\p{Emoji_Presentation}\p{N}<>&"/\\|{}[\]@#$%^*+=~`_!?;:()]/u.test(name.replaceAll('〇', ''))) {
    return failed('forbidden-character')
  }
  if (ideographicName.test(name))
    return [...name].length < 2 ? failed('too-short') : done({ name, changed: name !== raw })
  if (latinName.test(name))
    return [...name].length < 2 ? failed('too-short') : done({ name, changed: name !== raw })
  return failed('not-a-name')
}

/** One spelling for all that mean the same; folding twice changes nothing. */
export function foldName(text: string): string {
  return foldWidth(
    text
      .normalize('NFC')
      .replace(privateUse, character => encodedForPrivateUse.get(character.codePointAt(0) ?? 0) ?? character)
      .replace(compatibilityIdeographs, character => character.normalize('NFKC'))
      .replace(middleDots, '·'),
  )
    .replace(/\s*·\s*/g, '·')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What two spellings of one name have in common: folded, without case or space of Latin names. */
export function nameComparisonKey(name: string): string {
  return foldName(name)
    .toLowerCase()
    .replace(/[\s.,'’-]/g, '')
}

/** Whether two texts are the same name. */
export function namesEqual({ one, other }: { one: string; other: string }): boolean {
  return nameComparisonKey(one) === nameComparisonKey(other)
}

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 第五 百里 呼延 东郭 南门 西门 轩辕'.split(
    ' ',
  ),
)

/** A name as strangers see it: 李* , 欧阳* , 阿依·古* , J* S*; never the whole of it. */
export function maskName(name: string): string {
  if (/\p{Script=Latin}/u.test(name)) {
    return name
      .split(/\s+/)
      .map(word => `${[...word][0] ?? ''}*`)
      .join(' ')
  }
  const [first = '', second] = name.split('·')
  if (second !== undefined) return `${first}·${[...second][0] ?? ''}*`
  const characters = [...name]
  const surname = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
  return `${characters.slice(0, surname).join('')}${'*'.repeat(Math.max(characters.length - surname, 1))}`
}
