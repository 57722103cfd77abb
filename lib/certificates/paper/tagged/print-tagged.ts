import layOut from '@react-pdf/layout'
import print from '@react-pdf/render'
import { Font, pdf as mount } from '@react-pdf/renderer'
import PDFDocument from 'pdfkit'
import type { Backdrop } from '../backdrop'
import { type LaidOut, tagLayout } from './tag-layout'

type PrintedElement = Parameters<typeof mount>[0]

/** The steps of react-pdf, whose types say less than they do: it lays out with the fonts that were registered. */
const steps = { layOut, print } as unknown as {
  layOut(document: unknown, fonts: typeof Font): Promise<LaidOut>
  print(pdf: PDFDocument, laidOut: LaidOut): void
}

/**
 * Prints a paper as react-pdf does, with the structure that its own printing leaves out (ADR 0014): the file says
 * what is a heading, a list, a picture, and in which language.
 */
export async function printTagged(
  element: PrintedElement,
  about: { language: string; info: Record<string, string | Date>; backdrop: Backdrop },
): Promise<Buffer> {
  const laidOut = await steps.layOut(mount(element).container.document, Font)
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    lang: about.language,
    tagged: true,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info: about.info,
  })
  const printed = allOf(pdf)
  steps.print(pdf, tagLayout({ laidOut, pdf, backdrop: about.backdrop }))
  return printed
}

function allOf(pdf: PDFDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', chunk => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
