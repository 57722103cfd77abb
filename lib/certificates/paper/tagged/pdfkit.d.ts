/** What the printing of tagged papers uses of pdfkit, which brings no types of its own. */
declare module 'pdfkit' {
  export type StructureContent = { readonly refs: readonly unknown[] }

  export type Stream = { end(content: Uint8Array): void }

  export type StructureElement = {
    add(child: StructureElement | StructureContent): StructureElement
  }

  export default class PDFDocument extends NodeJS.EventEmitter {
    constructor(options: {
      pdfVersion: '1.7'
      lang: string
      tagged: boolean
      displayTitle: boolean
      autoFirstPage: boolean
      /** The font to begin with; none, since each text brings its own. */
      font: null
      info: Record<string, string | Date>
    })
    /** The page that is being written, with the drawings that it may name. */
    readonly page: { readonly xobjects: Record<string, Stream> }
    /** An object of the file; what has a filter is written as it is. */
    ref(dictionary: Record<string, string | readonly number[]>): Stream
    addContent(operators: string): this
    save(): this
    translate(x: number, y: number): this
    scale(factor: number): this
    restore(): this
    struct(type: string, options?: { lang?: string; alt?: string }): StructureElement
    addStructure(element: StructureElement): this
    markContent(tag: 'Artifact'): this
    markStructureContent(tag: string): StructureContent
    endMarkedContent(): this
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
  }
}
