import { Font as PaperFonts } from '@react-pdf/renderer'
import { fileOf, PAPER_FAMILY, rareFont, requireFamilyFor } from './fonts'

const registered = new Set<string>()

/**
 * Makes the fonts known to the printer of the paper: those of all texts, and each rare character of this one.
 *
 * @throws Error for a character that no font draws
 */
export async function registerFontsFor(text: string): Promise<void> {
  if (!registered.has(PAPER_FAMILY)) {
    const fonts = ([400, 500, 700] as const).map(fontWeight => ({ src: fileOf(fontWeight), fontWeight }))
    PaperFonts.register({ family: PAPER_FAMILY, fonts })
    registered.add(PAPER_FAMILY)
  }
  const rare = [...new Set(text)].filter(character => requireFamilyFor(character) !== PAPER_FAMILY)
  for (const { family, bytes } of await Promise.all(rare.map(rareFont))) {
    if (registered.has(family)) continue
    PaperFonts.register({ family, src: `data:font/ttf;base64,${bytes.toString('base64')}` })
    registered.add(family)
  }
}
