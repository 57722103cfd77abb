const UNKNOWN_RANGE = '/ByteRange [0 /********** /********** /**********]'

type SignatureField = {
  pdf: Buffer
  at: Date
  signedBy: string
  reason: string
  /** Bytes of the signature to come, exactly: what lies between its end and the field's would be signed by nobody. */
  room: number
}

/**
 * Appends an empty signature to a PDF as an incremental update (ISO 32000-1 §7.5.6): the bytes that were there
 * stay as they are. Reads only what our own printer of papers writes: one page, one table of references.
 */
export function addSignatureField({ pdf, ...about }: SignatureField): Buffer {
  const text = pdf.toString('latin1')
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const size = Number(match(trailer, /\/Size (\d+)/))
  const root = Number(match(trailer, /\/Root (\d+) 0 R/))
  const page = Number(match(text, /\/Kids \[(\d+) 0 R\]/))
  const [signature, field] = [size, size + 1]
  const objects = new Map([
    [root, withEntry(objectOf(text, root), `/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>`)],
    [page, withEntry(objectOf(text, page), `/Annots [${field} 0 R]`)],
    [signature, signatureDictionary(about)],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V ${signature} 0 R >>`,
    ],
  ])
  const update = incrementalUpdate({ objects, from: pdf.length, trailer: { text: trailer, size: size + 2 } })
  return Buffer.concat([pdf, update])
}

function signatureDictionary({ at, signedBy, reason, room }: Omit<SignatureField, 'pdf'>): string {
  const entries = [
    '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    UNKNOWN_RANGE,
    `/Contents <${'00'.repeat(room)}>`,
    `/M (${pdfDate(at)}) /Name ${unicode(signedBy)} /Reason ${unicode(reason)}`,
  ]
  return `<< ${entries.join('\n')} >>`
}

function incrementalUpdate({
  objects,
  from,
  trailer,
}: {
  objects: Map<number, string>
  from: number
  trailer: { text: string; size: number }
}): Buffer {
  let body = '\n'
  const references = [...objects].map(([number, content]) => {
    const offset = from + body.length
    body += `${number} 0 obj\n${content}\nendobj\n`
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const before = match(trailer.text, /startxref\s+(\d+)/)
  const kept = ['Root', 'Info', 'ID'].map(key =>
    match(trailer.text, new RegExp(`(/${key} (?:\\d+ 0 R|\\[[^\\]]*\\]))`)),
  )
  const table = `xref\n0 1\n0000000000 65535 f \n${references.join('')}`
  const end = `trailer\n<< /Size ${trailer.size} ${kept.join(' ')} /Prev ${before} >>\nstartxref\n${from + body.length}\n%%EOF`
  return Buffer.from(body + table + end, 'latin1')
}

function objectOf(text: string, number: number): string {
  return match(text, new RegExp(`\\n${number} 0 obj\\s([\\s\\S]*?)\\sendobj`))
}

function withEntry(dictionary: string, entry: string): string {
  return `${dictionary.trimEnd().slice(0, -2)}${entry}\n>>`
}

function match(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error('not a PDF as our printer of papers writes it')
  return found
}

/** A text of a PDF in UTF-16, written in hexadecimal. */
function unicode(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
}
