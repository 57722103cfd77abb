import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { cutRareCharacter, isRareCharacterDrawn, rareFontFile, rareFontStyle } from './rare-characters'

/** One character of each extension of Unicode that names have, and the block's last that the font may lack. */
test.each(['㐀', '䶮', '𠀀', '𠮷', '𪚥', '𪜀', '𫝀', '𫠠', '𬺰', '𬀩'])(
  '%s is drawn, and its glyph is not empty',
  async character => {
    expect(isRareCharacterDrawn(character)).toBe(true)
    const font = create(await cutRareCharacter(character))
    if ('fonts' in font) throw new Error('a collection where a font was expected')
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
    expect(glyph.id).toBeGreaterThan(0)
    expect(glyph.path.commands.length).toBeGreaterThan(4)
  },
)

test('a character that the font lacks is said to be lacking, never cut as another', async () => {
  expect(isRareCharacterDrawn('\u{30001}')).toBe(false)
  await expect(cutRareCharacter('\u{30001}')).rejects.toThrow()
})

test('pages find each rare ideograph in one piece, and nothing but pieces is given out', async () => {
  const style = rareFontStyle()
  expect(style).toContain('url(HanaMinB.CJK-Unified-Ideographs-Extension-B-03.woff2)')
  const named = [...style.matchAll(/url\(([^)]+)\)/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(60)
  expect((await rareFontFile(named[0] ?? ''))?.subarray(0, 4).toString()).toBe('wOF2')
  for (const file of ['', '../package.json', 'package.json', '..%2Fpackage.json']) {
    expect(await rareFontFile(file)).toBeNull()
  }
})
