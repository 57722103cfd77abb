import decodeHeic from 'heic-decode'
import { redrawPixels } from './redraw-picture'
import { CannotRedraw, MOST_PIXELS, type RedrawnPage } from './redrawn'

/** Draws a telephone's HEIC anew; its size is asked before a pixel of it is decoded. */
export async function redrawHeic(bytes: Buffer): Promise<RedrawnPage> {
  const images = await decodeHeic.all({ buffer: bytes })
  try {
    const [first] = images
    if (!first) throw new CannotRedraw('cannot-be-read')
    if (first.width * first.height > MOST_PIXELS) throw new CannotRedraw('too-many-pixels')
    const { width, height, data } = await first.decode()
    return await redrawPixels({ pixels: new Uint8Array(data.buffer), width, height })
  } finally {
    images.dispose()
  }
}
