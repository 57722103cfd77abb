import { pixelsOf } from './pixels'

/** Why a file gave no code; each has its sentence. */
export type FileTrouble = 'tooLarge' | 'notAPicture' | 'noCode'

const LARGEST_FILE = 20_000_000

/**
 * The text of the QR code in a picture or PDF. The file never leaves the device. What reads it is fetched from
 * this site when the first file is chosen, so that nobody else waits for it.
 */
export async function readFile(file: File): Promise<{ text: string } | { trouble: FileTrouble }> {
  if (file.size > LARGEST_FILE) return { trouble: 'tooLarge' }
  try {
    const text = (await isPdf(file)) ? await readFromPdf(file) : await readFromPicture(file)
    return text ? { text } : { trouble: 'noCode' }
  } catch {
    return { trouble: 'notAPicture' }
  }
}

/** Asks the file itself: names and types of files are often wrong. */
async function isPdf(file: File): Promise<boolean> {
  return (await file.slice(0, 1_024).text()).includes('%PDF-')
}

async function readFromPdf(file: File): Promise<string | null> {
  const { readPdf } = await import('./read-pdf')
  return readPdf(file)
}

async function readFromPicture(file: File): Promise<string | null> {
  const [{ readCode }, picture] = await Promise.all([import('./read-code'), createImageBitmap(file)])
  return readCode(pixelsOf(picture, picture), 'still')
}

/** Fetches what reads files, so that the service worker keeps it for a desk without a network. */
export async function keepReaders(): Promise<void> {
  const [{ keepPdfReader }] = await Promise.all([import('./read-pdf'), import('./read-code')])
  await keepPdfReader()
}
