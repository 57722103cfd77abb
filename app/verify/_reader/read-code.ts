import { decodeQR } from 'qr/decode.js'

/** The part of the Barcode Detection API that is used, in browsers that have it. */
type Detector = { detect(picture: ImageData): Promise<{ rawValue: string }[]> }
type WithDetector = { BarcodeDetector?: new (options: { formats: string[] }) => Detector }

/** A still picture is worth some patience; a camera has the next one at once. */
const patience = {
  still: { effort: 8, timeLimit: 3_000 },
  moving: { effort: 1, timeLimit: 60 },
} as const

/** The text of the QR code in a picture, read on the device; null where none is found. */
export async function readCode(picture: ImageData, kind: keyof typeof patience): Promise<string | null> {
  return (await askBrowser(picture)) ?? askOurs(picture, kind)
}

/** The browser's own reader is faster, but few have one, and some of those find no code of this size. */
async function askBrowser(picture: ImageData): Promise<string | null> {
  const { BarcodeDetector } = globalThis as WithDetector
  if (!BarcodeDetector) return null
  try {
    const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture)
    return found?.rawValue ?? null
  } catch {
    return null
  }
}

function askOurs(picture: ImageData, kind: keyof typeof patience): string | null {
  try {
    return decodeQR(picture, patience[kind])
  } catch {
    return null // It throws where it finds nothing.
  }
}
