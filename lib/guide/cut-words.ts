import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** What people call a thing, and the words of the guide that speak of it. */
const sameThing: [said: string, meant: string[]][] = [
  ['准生证', ['生育', '登记']],
  ['服务证', ['生育', '登记']],
  ['结婚证', ['婚姻', '婚否']],
  ['未婚', ['婚否']],
  ['单身', ['婚否']],
  ['单亲', ['婚否']],
  ['离婚', ['婚否']],
  ['single', ['married']],
  ['divorced', ['married']],
  ['二胎', ['孩次']],
  ['三胎', ['孩次']],
  ['多少钱', ['收费', '费用']],
  ['要钱', ['收费', '费用']],
  ['落户', ['户口']],
  ['birth permit', ['registration']],
  ['marriage certificate', ['marital']],
  ['price', ['cost']],
]

let tokenizer: Jieba | undefined

/**
 * Cuts a text into the words it is searched by, long words also into their parts, and adds what the field calls
 * the same. The guide is cut so when it is indexed and what is asked when it is asked, so that both always meet.
 */
export function cutWords(text: string): string[] {
  tokenizer ??= Jieba.withDict(dict)
  const plain = text.toLowerCase()
  const cut = tokenizer.cutForSearch(plain, false).flatMap(word => word.match(/[\p{L}\p{N}]+/gu) ?? [])
  const meant = sameThing.flatMap(([said, words]) => (plain.includes(said) ? words : []))
  return [...cut, ...meant]
}

/** The words to look for: single Han characters (的, 吗, 能) only where nothing longer was asked. */
export function wordsSought(text: string): string[] {
  const words = [...new Set(cutWords(text))]
  const telling = words.filter(word => !/^\p{Script=Han}$/u.test(word))
  return telling.length > 0 ? telling : words
}
