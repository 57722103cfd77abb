/** Family names of two characters that are met in life; every other Chinese one has one. */
const compound = new Set(
  '欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 独孤 南宫 端木 宇文 长孙 闻人 轩辕 淳于'.split(
    ' ',
  ),
)

/** The family name of a Chinese name; of any other name the whole, since nobody knows which part it is. */
export function surnameOf(name: string): string {
  if (!/^\p{Script=Han}/u.test(name) || name.includes('·')) return name
  const characters = [...name]
  const two = characters.slice(0, 2).join('')
  return compound.has(two) ? two : (characters[0] ?? name)
}
