import { type SealGlyph, sealGlyphs, sealWords } from './seal'
import { type SpecimenGlyph, specimenGlyphs } from './specimen'
import { type TitleGlyph, titleGlyphs } from './title'

/** What is drawn as outlines, made ready beforehand, since cutting a font takes a moment. */
export type PaperDrawings = {
  title: readonly TitleGlyph[]
  seal: readonly SealGlyph[]
  specimen: readonly SpecimenGlyph[]
}

/** The outlines of a certificate's paper, the same for the file and for the page. */
export async function paperDrawings(certificate: {
  title: string
  officeName: string
  demonstration: boolean
}): Promise<PaperDrawings> {
  const [title, seal, specimen] = await Promise.all([
    titleGlyphs(certificate.title),
    sealGlyphs(sealWords(certificate)),
    specimenGlyphs(),
  ])
  return { title, seal, specimen }
}
