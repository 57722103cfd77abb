import { randomInt } from 'node:crypto'
import { endsWithItsCheckCharacter, iso7064CheckCharacter } from '@/lib/platform/iso7064'

/** The arc of electronic certificates under the national object identifiers (GB/T 36904-2018). */
const ROOT = '1.2.156.3005.2'
const SERIAL_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The electronic certificate identifier in Hubei's form (GB/T 36904-2018): type code (21), issuer (18),
 * serial (20 random capital letters and digits), version (3), check character by MOD 37,36 over all of them.
 */
export function certificateIdentifier({
  typeCode,
  issuerCode,
  serial,
  version,
}: {
  typeCode: string
  issuerCode: string
  serial: string
  version: number
}): string {
  const parts = [typeCode, issuerCode, serial, String(version).padStart(3, '0')]
  const check = iso7064CheckCharacter({ text: parts.join(''), system: 'MOD 37,36' })
  return [ROOT, ...parts, check].join('.')
}

/** A new serial from the cryptographic source, so that nobody can guess the next one. */
export function newSerial(): string {
  return Array.from({ length: 20 }, () => SERIAL_ALPHABET.charAt(randomInt(SERIAL_ALPHABET.length))).join('')
}

/** Whether a text has the form of such an identifier and its check character is right. */
export function isCertificateIdentifier(text: string): boolean {
  const form = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{18})\.([0-9A-Z]{1,20})\.(\d{3})\.([0-9A-Z])$/
  const parts = form.exec(text)
  return parts !== null && endsWithItsCheckCharacter({ text: parts.slice(1).join(''), system: 'MOD 37,36' })
}

/** The serial inside an identifier, which all versions of a certificate share. */
export function serialOfIdentifier(identifier: string): string {
  return identifier.slice(ROOT.length + 1).split('.')[2] ?? ''
}
