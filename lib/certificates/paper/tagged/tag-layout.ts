import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'
import type { Backdrop } from '../backdrop'
import type { PaperTag } from './paper-tag'

/** What react-pdf hands its printer: where everything stands, and the properties that its parts were given. */
export type LaidOut = {
  type: string
  props?: { tag?: PaperTag; paint?: () => void }
  box?: object
  style?: object
  children?: LaidOut[]
}

/**
 * The same paper with its structure: each text and each picture that says something is marked as what it is, in
 * the order in which it is read; all the rest, lines and ornaments, as an artifact, which no screen reader mentions.
 * Each page lies on the backdrop.
 */
export function tagLayout({
  laidOut,
  pdf,
  backdrop,
}: {
  laidOut: LaidOut
  pdf: PDFDocument
  backdrop: Backdrop
}): LaidOut {
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const pages = laidOut.children?.map(page => ({
    ...page,
    children: [
      atItsPlace(pdf, () => {
        pdf.markContent('Artifact')
        lay({ backdrop, pdf })
      }),
      ...(page.children ?? []).flatMap(child => tagged({ node: child, within: whole, pdf })),
      atItsPlace(pdf, () => pdf.endMarkedContent()),
    ],
  }))
  return { ...laidOut, children: pages ?? [] }
}

/** Puts the backdrop under the page, as a drawing that the page names (ISO 32000-1 §8.10). */
function lay({ backdrop: { deflated, width, height }, pdf }: { backdrop: Backdrop; pdf: PDFDocument }): void {
  const drawing = pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Filter: 'FlateDecode',
  })
  pdf.page.xobjects.Backdrop = drawing
  drawing.end(deflated)
  pdf.addContent('/Backdrop Do')
}

type Tagging = { node: LaidOut; within: StructureElement; pdf: PDFDocument }

function tagged({ node, within, pdf }: Tagging): LaidOut[] {
  const tag = node.props?.tag ?? (node.type === 'TEXT' ? { as: 'P' } : null)
  const element = tag ? pdf.struct(tag.as, said(tag)) : within
  if (tag) within.add(element)
  if (tag && isDrawnAtOnce(node)) return marked({ node, tag, element, pdf })
  if (!node.children || isDrawnAtOnce(node)) return [node]
  const children = node.children.flatMap(child => tagged({ node: child, within: element, pdf }))
  return [{ ...node, children }]
}

/** A text draws its own parts, and so does a picture. */
function isDrawnAtOnce({ type }: LaidOut): boolean {
  return type === 'TEXT' || type === 'SVG'
}

function marked({
  node,
  tag,
  element,
  pdf,
}: {
  node: LaidOut
  tag: Pick<PaperTag, 'lang' | 'alt'> & { as: string }
  element: StructureElement
  pdf: PDFDocument
}): LaidOut[] {
  const begins = () => {
    pdf.endMarkedContent()
    element.add(pdf.markStructureContent(tag.as))
  }
  const ends = () => {
    pdf.endMarkedContent()
    pdf.markContent('Artifact')
  }
  return [atItsPlace(pdf, begins), node, atItsPlace(pdf, ends)]
}

function said({ lang, alt }: Pick<PaperTag, 'lang' | 'alt'>): { lang?: string; alt?: string } {
  return { ...(lang ? { lang } : {}), ...(alt ? { alt } : {}) }
}

/**
 * Something to be done when the printer comes by. The printer saves its state for a drawing, once for the node and
 * once for what it paints; a mark must not stand inside, or it would begin there and end elsewhere.
 */
function atItsPlace(pdf: PDFDocument, act: () => void): LaidOut {
  const paint = () => {
    pdf.restore().restore()
    act()
    pdf.save().save()
  }
  return { type: 'CANVAS', box: { top: 0, left: 0, width: 1, height: 1 }, style: {}, props: { paint } }
}
