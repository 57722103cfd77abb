import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'
import type { Backdrop } from '../backdrop'
import type { PaperDrawing, PaperTag } from './paper-tag'

/** What react-pdf hands its printer: where everything stands, and the properties that its parts were given. */
export type LaidOut = {
  type: string
  props?: { tag?: PaperTag; drawing?: PaperDrawing; paint?: () => void }
  box?: { left?: number; top?: number; width?: number; height?: number }
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
    children: inPlace(pdf, [
      () => {
        pdf.markContent('Artifact')
        lay({ backdrop, pdf })
      },
      ...(page.children ?? []).flatMap(child => tagged({ node: child, within: whole, pdf })),
      () => pdf.endMarkedContent(),
    ]),
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
/** Something to be done when the printer comes by. */
type Act = () => void

function tagged({ node, within, pdf }: Tagging): (LaidOut | Act)[] {
  const tag = node.props?.tag ?? (node.type === 'TEXT' ? { as: 'P' } : null)
  const element = tag ? pdf.struct(tag.as, said(tag)) : within
  if (tag) within.add(element)
  if (tag && isDrawnAtOnce(node)) return marked({ node, as: tag.as, element, pdf })
  if (!node.children || isDrawnAtOnce(node)) return [node]
  const children = node.children.flatMap(child => tagged({ node: child, within: element, pdf }))
  return [{ ...node, children: inPlace(pdf, children) }]
}

/** A text draws its own parts, and so does a picture. */
function isDrawnAtOnce({ type, props }: LaidOut): boolean {
  return type === 'TEXT' || type === 'SVG' || props?.drawing !== undefined
}

function marked({
  node,
  as,
  element,
  pdf,
}: {
  node: LaidOut
  as: string
  element: StructureElement
  pdf: PDFDocument
}): (LaidOut | Act)[] {
  const begins = () => {
    pdf.endMarkedContent()
    element.add(pdf.markStructureContent(as))
  }
  const ends = () => {
    pdf.endMarkedContent()
    pdf.markContent('Artifact')
  }
  const drawing = node.props?.drawing
  return [begins, drawing ? () => draw({ drawing, box: node.box, pdf }) : node, ends]
}

function draw({
  drawing: { operators, scale },
  box: { left = 0, top = 0 } = {},
  pdf,
}: {
  drawing: PaperDrawing
  box: LaidOut['box']
  pdf: PDFDocument
}): void {
  pdf.save().translate(left, top).scale(scale)
  pdf.addContent(operators)
  pdf.restore()
}

function said({ lang, alt }: Pick<PaperTag, 'lang' | 'alt'>): { lang?: string; alt?: string } {
  return { ...(lang ? { lang } : {}), ...(alt ? { alt } : {}) }
}

/** What is printed and what is done, in their order; acts that follow each other are done in one stop. */
function inPlace(pdf: PDFDocument, parts: readonly (LaidOut | Act)[]): LaidOut[] {
  return parts.flatMap((part, place) => {
    if (typeof part !== 'function') return [part]
    if (typeof parts[place - 1] === 'function') return []
    const next = parts.findIndex((later, at) => at > place && typeof later !== 'function')
    const acts = parts
      .slice(place, next === -1 ? parts.length : next)
      .filter(act => typeof act === 'function')
    return [stop(pdf, acts)]
  })
}

/**
 * A place where the printer stops to act. It saves its state for a drawing, once for the node and once for what it
 * paints; a mark must not stand inside, or it would begin there and end elsewhere.
 */
function stop(pdf: PDFDocument, acts: readonly Act[]): LaidOut {
  const paint = () => {
    pdf.restore().restore()
    for (const act of acts) act()
    pdf.save().save()
  }
  return { type: 'CANVAS', box: { top: 0, left: 0, width: 1, height: 1 }, style: {}, props: { paint } }
}
