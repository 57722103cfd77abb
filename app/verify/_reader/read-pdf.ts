import { GlobalWorkerOptions, getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pixelsOf } from './pixels'
import { readCode } from './read-code'

GlobalWorkerOptions.workerSrc = new URL(
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  import.meta.url,
).toString()

/** Our paper has one page; a scan of a stack of papers is not searched to its end. */
const MOST_PAGES = 3
/** In pixels an inch: a code of 40 mm is read well at 150, and a scan keeps its detail. */
const RESOLUTION = 200
const POINTS_AN_INCH = 72

/** The text of the QR code in a PDF, drawn and read on the device; null where none is found. */
export async function readPdf(file: Blob): Promise<string | null> {
  const data = new Uint8Array(await file.arrayBuffer())
  // Nothing in a stranger's file is run or fetched: no forms, no fonts of the system, no addresses.
  const loading = getDocument({ data, disableFontFace: true, useSystemFonts: false, enableXfa: false })
  try {
    const pdf = await loading.promise
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
      const text = await readPage(await pdf.getPage(number))
      if (text) return text
    }
    return null
  } finally {
    await loading.destroy()
  }
}

async function readPage(page: PDFPageProxy): Promise<string | null> {
  const viewport = page.getViewport({ scale: RESOLUTION / POINTS_AN_INCH })
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(viewport.width)
  canvas.height = Math.ceil(viewport.height)
  await page.render({ canvas, viewport }).promise
  return readCode(pixelsOf(canvas, canvas), 'still')
}

/** Fetches what reading a PDF needs, so that it is there without a network, too. */
export async function keepPdfReader(): Promise<void> {
  await fetch(GlobalWorkerOptions.workerSrc)
}
