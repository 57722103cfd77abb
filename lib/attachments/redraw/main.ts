// A process of its own for what came from outside: it has no keys, no database and no time to spare. It reads a
// file from its standard input, and writes the pages drawn anew, or why not, to its standard output.
import { buffer } from 'node:stream/consumers'
import type { FileKind } from './kind-of-file'
import { CannotRedraw, type RedrawnPage } from './redrawn'

/** Each decoder is loaded only by the file that needs it. */
const redraw: Record<FileKind, (bytes: Buffer) => Promise<RedrawnPage[]>> = {
  jpeg: async bytes => [await (await import('./redraw-picture')).redrawPicture(bytes)],
  png: async bytes => [await (await import('./redraw-picture')).redrawPicture(bytes)],
  heic: async bytes => [await (await import('./redraw-heic')).redrawHeic(bytes)],
  pdf: async bytes => (await import('./redraw-pdf')).redrawPdf(bytes),
}

const kind = process.argv[2] as FileKind
process.stdout.write(JSON.stringify(await answer(await buffer(process.stdin))))

async function answer(bytes: Buffer) {
  try {
    const pages = await redraw[kind](bytes)
    return {
      pages: pages.map(({ picture, thumbnail, ...size }) => ({
        ...size,
        picture: picture.toString('base64'),
        thumbnail: thumbnail.toString('base64'),
      })),
    }
  } catch (error) {
    return { failure: error instanceof CannotRedraw ? error.failure : 'cannot-be-read' }
  }
}
