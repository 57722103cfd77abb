import type { IdentityDocument } from '@/lib/identity'
import { residentIdCheckCharacter } from '@/lib/identity/rules/resident-id-number'
import type { Chance } from './chance'

export type InventedPerson = { name: string; document: IdentityDocument; phone: string }

/** Nobody of these exists. Some names are hard to print or to mask, as names in life are. */
const surnames = [
  ...'李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严',
].concat(['欧阳', '司马', '诸葛'])
const womensNames =
  '婷 静 敏 雪 芳 丽娟 晓燕 思琪 佳怡 雨桐 梦瑶 慧 玉兰 欣然 子涵 诗雅 海燕 春梅 晨曦 文静 若曦 秋月 美玲 倩 颖 璐 莹 琳 露 薇'.split(
    ' ',
  )
const mensNames =
  '伟 强 磊 军 洋 勇 杰 涛 明 超 浩然 子轩 宇航 志强 建国 文博 俊杰 天佑 家豪 海涛 晓东 振华 立新 鹏 飞 斌 刚 毅 昊 晨'.split(
    ' ',
  )
const rareNames = [
  '张子𬀩',
  '李䶮',
  '陈𠮷',
  '王玥曌',
  '刘堃',
  '阿依古丽·买买提',
  '古丽娜尔·艾合买提',
  '卓玛·央金',
  '司马䶮',
  '欧阳昕玥',
]
/** Area codes of Huangshi and of places from which people move there; 420221 was abolished long ago and stays right. */
const areas = [
  '420202',
  '420203',
  '420204',
  '420205',
  '420222',
  '420281',
  '420221',
  '421002',
  '360429',
  '430624',
  '511025',
]

/** Invents people without ever giving two of them the same number or phone. */
export function inventPeople(chance: Chance) {
  let made = 0

  function documentOf({ woman }: { woman: boolean }): IdentityDocument {
    const digits = (first: number, last: number) => String(chance.between(first, last)).padStart(2, '0')
    const birthDate = `${chance.between(1985, 2004)}${digits(1, 12)}${digits(1, 28)}`
    // GB 11643: the running number of a woman is even. It grows with each person, so that none comes twice.
    const sequence = String(((made * 2 + (woman ? 0 : 1)) % 1_000) + 1_000).slice(1)
    const first17 = `${chance.pick(areas)}${birthDate}${sequence}`
    return { kind: 'resident-id-card', number: `${first17}${residentIdCheckCharacter(first17)}` }
  }

  function named(name: string, { woman }: { woman: boolean }): InventedPerson {
    made += 1
    const phone = `+86138${String(10_000 + made * 37).padStart(8, '0')}`
    return { name, document: documentOf({ woman }), phone }
  }

  const somebody = ({ woman }: { woman: boolean }) =>
    named(`${chance.pick(surnames)}${chance.pick(woman ? womensNames : mensNames)}`, { woman })

  return {
    named,
    somebody,
    /** Somebody whose name is rare, long, of a minority or of two characters in front. */
    withRareName: (index: number) => named(rareNames[index % rareNames.length] ?? '', { woman: true }),
    /** A foreigner, whose name is written in Latin letters and whose document is a passport. */
    foreigner: (): InventedPerson => ({
      ...named('Maria Fernandes', { woman: true }),
      document: { kind: 'passport', number: 'CD482913' },
    }),
  }
}

export type People = ReturnType<typeof inventPeople>
