/** A page as it is kept: a JPEG without anything of the file that it came from, and a small one of it. */
export type RedrawnPage = { picture: Buffer; thumbnail: Buffer; width: number; height: number }

/** Why a file is not taken; each is a sentence that says what to do instead. */
export const redrawFailures = [
  'cannot-be-read',
  'too-many-pixels',
  'too-many-pages',
  'pdf-is-locked',
  'pdf-does-more',
  'takes-too-long',
] as const
export type RedrawFailure = (typeof redrawFailures)[number]

/** Stops the redrawing with a failure that has a sentence. */
export class CannotRedraw extends Error {
  constructor(readonly failure: RedrawFailure) {
    super(failure)
  }
}

/** The largest photographs of phones; a picture bomb promises far more. */
export const MOST_PIXELS = 110_000_000
export const MOST_PAGES = 10
/** Enough to read the small print of a paper that fills the picture. */
export const LONGEST_SIDE = 2_200
