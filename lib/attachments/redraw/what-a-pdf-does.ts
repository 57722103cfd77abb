import { inflateSync } from 'node:zlib'

/** Names of a PDF that make it more than a paper: it runs, opens, sends or carries something (ISO 32000-2). */
const doesMore = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'GoToE',
  'ImportData',
  'SubmitForm',
  'RichMedia',
  'Rendition',
  'Movie',
  'Sound',
  '3D',
  'XFA',
])
/** Nothing of a paper's object tree is longer than this once unpacked. */
const longestTree = 20 * 1024 * 1024

/**
 * Whether a PDF runs, opens, sends or carries anything, or is locked, by the names in its object tree, packed
 * objects included. Contents of pages and pictures are passed over: there a name means nothing.
 */
export function whatPdfDoes(bytes: Buffer): 'shows-a-paper' | 'does-more' | 'is-locked' {
  const text = bytes.toString('latin1')
  const trees = [text.replace(streams, '$1'), ...packedObjects(text)]
  const names = new Set(trees.flatMap(namesIn))
  if (names.has('Encrypt')) return 'is-locked'
  return [...names].some(name => doesMore.has(name)) ? 'does-more' : 'shows-a-paper'
}

const streams = /(>>\s*stream)\r?\n[\s\S]*?endstream/g
const packed =
  /\/Type\s*\/ObjStm\b[\s\S]{0,400}?>>\s*stream\r?\n|<<[^<>]{0,400}\/ObjStm\b[^<>]{0,400}>>\s*stream\r?\n/g

function packedObjects(text: string): string[] {
  return [...text.matchAll(packed)].flatMap(({ index, 0: head }) => {
    const begin = index + head.length
    const end = text.indexOf('endstream', begin)
    return unpack(Buffer.from(text.slice(begin, end === -1 ? undefined : end), 'latin1'))
  })
}

/** What cannot be unpacked here is left to the drawing, which then fails or shows nothing of it. */
function unpack(body: Buffer): string[] {
  try {
    return [inflateSync(body, { maxOutputLength: longestTree }).toString('latin1')]
  } catch {
    return [body.toString('latin1')]
  }
}

/** The names in a tree, their characters written as numbers read: /J#53 is /JS. */
function namesIn(tree: string): string[] {
  return [...tree.matchAll(/\/([^\s/<>[\](){}%]{1,60})/g)].map(([, name]) =>
    (name ?? '').replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  )
}
