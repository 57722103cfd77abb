import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import englishNames from '@/db/seed/english-names.json'
import divisions from '@/db/seed/huangshi-divisions.json'
import { seedCounties, seedOffices } from '@/db/seed/offices'
import { findOffices } from './find-offices'

const counties = new Map(seedCounties().map(county => [county.code, county]))
const offices = seedOffices().map(office => ({
  ...office,
  countyName: counties.get(office.countyCode)?.name ?? '',
  countyNameEnglish: counties.get(office.countyCode)?.nameEnglish ?? '',
}))
const found = (sought: string) => findOffices({ sought, offices }).map(({ townshipName }) => townshipName)

describe('an office is found', () => {
  test.each([
    ['黄石港街道', '黄石港街道', 'its name'],
    ['还地桥', '还地桥镇', 'its name without the kind'],
    ['大冶市金牛镇西街 3 号', '金牛镇', 'an address'],
    ['湖北省黄石市大冶市殷祖镇', '殷祖镇', 'an address from the province down'],
    ['阳新县富池镇郝矶村', '富池镇', 'an address with a village'],
    ['黄石港区花湖街道', '花湖街道', 'a district whose own name is another township’s'],
    ['huangshigang', '黄石港街道', 'pinyin'],
    ['Huang shi gang', '黄石港街道', 'pinyin with spaces and capitals'],
    ['huandiqiao', '还地桥镇', 'the right reading of a character with several'],
    ['haidiqiao', '还地桥镇', 'the other reading'],
    ['hsg', '黄石港街道', 'first letters'],
    ['HDQZ', '还地桥镇', 'first letters with the kind'],
    ['jinshandian', '金山店镇', 'the longer of two that begin alike'],
    ['黄桑口', '黄颡口镇', 'a same-sounding character for a rare one'],
    ['浮图镇', '浮屠镇', 'a same-sounding character'],
    ['韦原口', '韦源口镇', 'a same-sounding character'],
    ['大冶市陈桂镇', '陈贵镇', 'a same-sounding character in an address'],
    ['大其铺', '大箕铺镇', 'one wrong character of three'],
    ['huansangkou', '黄颡口镇', 'n for ng'],
    ['huansigan', '黄石港街道', 's for sh, n for ng'],
    ['ningxiang', '灵乡镇', 'n for l'],
    ['shuaizou', '率洲农场', 'z for zh'],
    ['huangsigang', '黄石港街道', 's for sh'],
    ['tuanchengshna', '团城山街道', 'two letters exchanged'],
    ['dajpu', '大箕铺镇', 'a letter left out'],
    ['Lingxiang Town', '灵乡镇', 'English'],
    ['Tuanchengshan Subdistrict', '团城山街道', 'English'],
    ['ｈｄｑ', '还地桥镇', 'full-width letters'],
    ['４号 金牛 镇', '金牛镇', 'spaces inside'],
  ])('%s → %s: %s', (sought, expected) => {
    expect(found(sought)[0]).toBe(expected)
  })

  test('by its county: all of them, also by pinyin, a like-sounding or an often miswritten character', () => {
    const ofCounty = (name: string) =>
      divisions.counties
        .find(county => county.name === name)
        ?.townships.map(township => township.name)
        .sort()
    expect(found('大冶市').sort()).toEqual(ofCounty('大冶市'))
    expect(found('大治').sort()).toEqual(ofCounty('大冶市'))
    expect(found('yangxin').sort()).toEqual(ofCounty('阳新县'))
    expect(found('杨新县').sort()).toEqual(ofCounty('阳新县'))
    expect(found('西塞山').sort()).toEqual(ofCounty('西塞山区'))
  })

  test.each(offices.map(office => [office.townshipName, office.code, office]))(
    '%s by itself',
    (name, code) => {
      expect(found(name)[0]).toBe(name)
      const english = Object.entries(englishNames).find(([key]) => key === code)?.[1] ?? ''
      expect(found(english)).toContain(name)
    },
  )
})

describe('what nobody means', () => {
  test.each(['', '   ', '！？', '北京', 'xyz', '<script>', '\u0000', '\ud800', '😀'])(
    '%j finds nothing',
    sought => {
      expect(found(sought)).toEqual([])
    },
  )

  test('any text finds offices of the list, each once, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), sought => {
        const names = found(sought)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })
})
