import sharp, { type Sharp } from 'sharp'
import { CannotRedraw, LONGEST_SIDE, MOST_PIXELS, type RedrawnPage } from './redrawn'

const thumbnailSide = 360

// Of the forty formats that the library knows, two are let in.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

/** Draws a photograph anew: turned as it was held, of a size to be read, without place, time and camera. */
export async function redrawPicture(bytes: Buffer): Promise<RedrawnPage> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (width * height > MOST_PIXELS) throw new CannotRedraw('too-many-pixels')
  return asPage(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient())
}

/** The same from pixels, as a decoder of another format gives them: red, green, blue and opacity. */
export async function redrawPixels({
  pixels,
  width,
  height,
}: {
  pixels: Uint8Array
  width: number
  height: number
}): Promise<RedrawnPage> {
  return asPage(sharp(pixels, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_PIXELS }))
}

async function asPage(picture: Sharp): Promise<RedrawnPage> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  const thumbnail = await sharp(data)
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer()
  return { picture: data, thumbnail, width: info.width, height: info.height }
}
