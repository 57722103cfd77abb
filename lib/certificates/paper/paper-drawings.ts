import { type SealGlyph, sealGlyphs, sealWords } from './seal'
import { type SpecimenGlyph, specimenGlyphs } from './specimen'
import { type TitleGlyph, titleGlyphs } from './title'

/** What is drawn as outlines, made ready beforehand, since cutting a font takes a moment. */
export type PaperDrawings = {
  title: readonly TitleGlyph[]
  seal: readonly SealGlyph[]
  specimen: readonly SpecimenGlyph[]
}

/** What the drawings depend on; there are as many of them as offices. */
type Drawn = { title: string; officeName: string; demonstration: boolean }

const drawn = new Map<string, Promise<PaperDrawings>>()

/** The outlines of a certificate's paper, the same for the file and for the page; each is drawn once a process. */
export function paperDrawings({ title, officeName, demonstration }: Drawn): Promise<PaperDrawings> {
  const name = JSON.stringify([title, officeName, demonstration])
  const known = drawn.get(name)
  if (known) return known
  const drawing = draw({ title, officeName, demonstration })
  drawn.set(name, drawing)
  drawing.catch(() => drawn.delete(name))
  return drawing
}

async function draw(certificate: Drawn): Promise<PaperDrawings> {
  const [title, seal, specimen] = await Promise.all([
    titleGlyphs(certificate.title),
    sealGlyphs(sealWords(certificate)),
    specimenGlyphs(),
  ])
  return { title, seal, specimen }
}
