import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { redrawPixels } from './redraw-picture'
import { CannotRedraw, LONGEST_SIDE, MOST_PAGES, MOST_PIXELS, type RedrawnPage } from './redrawn'
import { whatPdfDoes } from './what-a-pdf-does'

/** As sharp as a copier makes them. */
const resolution = 200
const pointsAnInch = 72

/** Draws each page of a PDF as a picture; nothing else of the file is kept. One that does more than show is refused. */
export async function redrawPdf(bytes: Buffer): Promise<RedrawnPage[]> {
  refuseByTree(bytes)
  const parts = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    data: new Uint8Array(bytes),
    // Nothing in a stranger's file is run or fetched: no forms, no fonts of the system, no addresses.
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    isEvalSupported: false,
    maxImageSize: MOST_PIXELS,
    standardFontDataUrl: `${parts}/standard_fonts/`,
    cMapUrl: `${parts}/cmaps/`,
    verbosity: 0,
  })
  try {
    const pdf = await opened(loading.promise)
    if (pdf.numPages > MOST_PAGES) throw new CannotRedraw('too-many-pages')
    if (await doesMore(pdf)) throw new CannotRedraw('pdf-does-more')
    const pages: RedrawnPage[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await redrawPage(pdf, number))
    return pages
  } finally {
    await loading.destroy()
  }
}

function refuseByTree(bytes: Buffer): void {
  const does = whatPdfDoes(bytes)
  if (does === 'is-locked') throw new CannotRedraw('pdf-is-locked')
  if (does === 'does-more') throw new CannotRedraw('pdf-does-more')
}

async function opened(promise: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await promise
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new CannotRedraw(isLocked ? 'pdf-is-locked' : 'cannot-be-read')
  }
}

/** Asked once more of the parser itself, which reads what a look at the bytes may miss. */
async function doesMore(pdf: PDFDocumentProxy): Promise<boolean> {
  const [runs, carries] = await Promise.all([pdf.hasJSActions(), pdf.getAttachments()])
  return runs || carries !== null
}

async function redrawPage(pdf: PDFDocumentProxy, number: number): Promise<RedrawnPage> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(resolution / pointsAnInch, LONGEST_SIDE / Math.max(width, height, 1))
  const viewport = page.getViewport({ scale })
  const drawn = canvasOf(pdf).create(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  )
  await page.render({ canvas: drawn.canvas, viewport }).promise
  const {
    data,
    width: columns,
    height: rows,
  } = drawn.context.getImageData(0, 0, drawn.canvas.width, drawn.canvas.height)
  return redrawPixels({ pixels: new Uint8Array(data.buffer), width: columns, height: rows })
}

type Drawn = { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }

/** The canvas with which pdf.js itself draws outside a browser. */
function canvasOf(pdf: PDFDocumentProxy): { create(width: number, height: number): Drawn } {
  return pdf.canvasFactory as { create(width: number, height: number): Drawn }
}
