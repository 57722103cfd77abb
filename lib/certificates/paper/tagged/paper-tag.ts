/** What a part of the paper is to somebody who hears it read (ISO 32000-1 §14.8.4). */
export type PaperTag = {
  as: 'H1' | 'P' | 'Span' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Figure'
  /** The language, where it is not the document's. */
  lang?: 'en'
  /** What a picture shows, in words. */
  alt?: string
}

/** What is drawn by operators of a PDF (ISO 32000-1 annex A), y downwards, and how much it is enlarged. */
export type PaperDrawing = { operators: string; scale: number }

declare module '@react-pdf/renderer' {
  interface NodeProps {
    /** Not the library's own: it hands on what it does not know, and `print-tagged.ts` reads it. */
    tag?: PaperTag
    drawing?: PaperDrawing
  }
}
