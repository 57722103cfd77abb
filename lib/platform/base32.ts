/** Base32 of RFC 4648 §6 without padding: what a QR code holds in its compact alphanumeric mode. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BITS = 5

export function toBase32(bytes: Uint8Array): string {
  let [text, held, count] = ['', 0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    count += 8
    for (; count >= BITS; count -= BITS) text += ALPHABET.charAt((held >> (count - BITS)) & 31)
  }
  return count === 0 ? text : text + ALPHABET.charAt((held << (BITS - count)) & 31)
}

/** The bytes of a text in capital or small letters, or null. Other than their case, no two texts have the same bytes. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const capitals = text.toUpperCase()
  if (!/^[A-Za-z2-7]+$/.test(text)) return null
  const bytes = new Uint8Array(Math.floor((capitals.length * BITS) / 8))
  let [at, held, count] = [0, 0, 0]
  for (const letter of capitals) {
    held = ((held << BITS) | ALPHABET.indexOf(letter)) & 0xfff
    count += BITS
    if (count < 8) continue
    count -= 8
    bytes[at] = (held >> count) & 0xff
    at += 1
  }
  return toBase32(bytes) === capitals ? bytes : null
}
