/** The few forms of DER (X.690) that a signature is written in. */

function encode(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

export const der = {
  sequence: (...contents: readonly Uint8Array[]) => encode(0x30, ...contents),
  /** A SET OF: its members stand in the order of their bytes. */
  setOf: (...members: readonly Uint8Array[]) => encode(0x31, ...[...members].sort(Buffer.compare)),
  octets: (bytes: Uint8Array) => encode(0x04, bytes),
  integer: (value: number) => encode(0x02, Buffer.from([value])),
  nothing: () => encode(0x05),
  explicit: (number: number, ...contents: readonly Uint8Array[]) => encode(0xa0 | number, ...contents),
  /** An object identifier from its dotted form. */
  identifier: (dotted: string) => {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
    return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
  },
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80)
  return digits
}

/** The elements inside a constructed element, each whole with its tag and length. */
export function elementsOf(element: Buffer): Buffer[] {
  const elements: Buffer[] = []
  let at = headerLength(element)
  while (at < element.length) {
    const rest = element.subarray(at)
    const whole = rest.subarray(0, headerLength(rest) + bodyLength(rest))
    if (whole.length === 0) throw new Error('a DER element of no length')
    elements.push(whole)
    at += whole.length
  }
  return elements
}

function headerLength(element: Buffer): number {
  const first = element.readUInt8(1)
  return first < 0x80 ? 2 : 2 + (first & 0x7f)
}

function bodyLength(element: Buffer): number {
  const first = element.readUInt8(1)
  return first < 0x80 ? first : element.readUIntBE(2, first & 0x7f)
}
