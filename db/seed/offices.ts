import type { counties, offices } from '../schema'
import englishNames from './english-names.json' with { type: 'json' }
import divisions from './huangshi-divisions.json' with { type: 'json' }

type County = typeof counties.$inferInsert
type Office = typeof offices.$inferInsert

/** What a township of each kind calls the office where its residents turn to, by the end of its name. */
const KINDS = [
  { endsWith: '街道', office: '办事处', english: 'Subdistrict Office' },
  { endsWith: '镇', office: '人民政府便民服务中心', english: 'Town Government Service Centre' },
  { endsWith: '乡', office: '人民政府便民服务中心', english: 'Township Government Service Centre' },
  { endsWith: '', office: '便民服务中心', english: 'Service Centre' },
]

/** The counties and districts of Huangshi. */
export function seedCounties(): County[] {
  return divisions.counties.map(({ code, name }) => ({ code, name, nameEnglish: englishName(code) }))
}

/**
 * The 57 township offices, with the default hours of the table. Addresses and phones are made up: no Chinese
 * landline begins with a zero, so that a demonstration never rings at anybody's.
 */
export function seedOffices(): Office[] {
  const townships = divisions.counties.flatMap(county =>
    county.townships.map(township => ({ county, township })),
  )
  return townships.map(({ county, township }, index) => {
    const kind = KINDS.find(({ endsWith }) => township.name.endsWith(endsWith))
    return {
      code: township.code,
      countyCode: county.code,
      townshipName: township.name,
      name: `${township.name}${kind?.office}`,
      nameEnglish: `${englishName(township.code)} ${kind?.english}`,
      address: `湖北省黄石市${county.name}${township.name}便民服务大厅 1 号窗口（演示地址）`,
      phone: `0714-0${county.code.slice(-3)}${String(index + 1).padStart(3, '0')}`,
    }
  })
}

function englishName(code: string): string {
  const name = (englishNames as Record<string, string>)[code]
  if (!name) throw new Error(`db/seed/english-names.json has no name for ${code}`)
  return name
}
