/**
 * A reader of the few forms of CBOR (RFC 8949) that a token is made of, for the browser: whole numbers, byte and
 * text strings, arrays, maps, tags. Whatever else there is, or is too deep or too long, is not read.
 */
export type Cbor = number | string | Uint8Array | Cbor[] | Map<Cbor, Cbor> | { tag: number; value: Cbor }

const DEEPEST = 6

/** The one value that these bytes say, or undefined. Never throws. */
export function readCbor(bytes: Uint8Array): Cbor | undefined {
  const reader = { bytes, at: 0 }
  try {
    const value = readValue(reader, 0)
    return reader.at === bytes.length ? value : undefined
  } catch {
    return undefined
  }
}

type Reader = { bytes: Uint8Array; at: number }

function readValue(reader: Reader, depth: number): Cbor {
  if (depth > DEEPEST) throw new Error('too deep')
  const { major, argument } = readHead(reader)
  const next = () => readValue(reader, depth + 1)
  switch (major) {
    case 0:
      return argument
    case 1:
      return -1 - argument
    case 2:
      return take(reader, argument)
    case 3:
      return new TextDecoder('utf-8', { fatal: true }).decode(take(reader, argument))
    case 4:
      return Array.from({ length: fitting(reader, argument) }, next)
    case 5:
      return readMap(fitting(reader, argument), next)
    case 6:
      return { tag: argument, value: next() }
    default:
      throw new Error('a form that no token has')
  }
}

function readMap(count: number, next: () => Cbor): Map<Cbor, Cbor> {
  const map = new Map<Cbor, Cbor>()
  for (let pair = 0; pair < count; pair += 1) map.set(next(), next())
  if (map.size !== count) throw new Error('a key stands twice')
  return map
}

/** Every member takes a byte at least, so that a giant count is refused before anything is made for it. */
function fitting(reader: Reader, count: number): number {
  if (count > reader.bytes.length - reader.at) throw new Error('more than there is')
  return count
}

function readHead(reader: Reader): { major: number; argument: number } {
  const first = take(reader, 1)[0] ?? 0
  const short = first & 31
  if (short < 24) return { major: first >> 5, argument: short }
  if (short > 27) throw new Error('a length without end')
  let argument = 0
  for (const byte of take(reader, 2 ** (short - 24))) argument = argument * 256 + byte
  if (!Number.isSafeInteger(argument)) throw new Error('too large')
  return { major: first >> 5, argument }
}

function take(reader: Reader, length: number): Uint8Array {
  const end = reader.at + length
  if (end > reader.bytes.length) throw new Error('more than there is')
  const taken = reader.bytes.slice(reader.at, end)
  reader.at = end
  return taken
}
