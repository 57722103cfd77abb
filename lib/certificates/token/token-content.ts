import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { nameComparisonKey } from '@/lib/identity/rules'
import type { CivilDate } from '@/lib/platform/civil-date'

/**
 * What is in the QR, and nothing else. Nothing is derived from an ID number, which could be guessed back
 * from it; the hash of the names is salted, so that it tells only whether names that one already has agree.
 */
export type TokenContent = {
  number: string
  version: number
  type: CertificateType
  officeCode: string
  issuedOn: CivilDate
  nameSalt: Buffer
  nameHash: Buffer
  /** Its place in the published list of states; certificates of the first edition have none in their token. */
  statusIndex?: number
  /** Until when the key that signs it may sign, to the second; certificates of earlier editions do not say it. */
  keyEndsAt?: Date
}

/** The types of certificate there are; the token carries the position, so the order never changes. */
export const certificateTypes = ['birth-service-registration'] as const
export type CertificateType = (typeof certificateTypes)[number]

/** Claims of a CWT (RFC 8392): `sub` is the number, `iat` the day of issue at noon UTC; ours is in the private range. */
export const claimKeys = { subject: 2, issuedAt: 6, content: -65_537 } as const

const SALT_BYTES = 8
const HASH_BYTES = 16

/** The salted hash of the holders' names, by which an offline check notices a changed name. */
export function hashNames({ names, salt }: { names: string[]; salt: Buffer }): Buffer {
  const keys = names.map(nameComparisonKey).sort().join('\n')
  return createHash('sha256').update(salt).update(keys).digest().subarray(0, HASH_BYTES)
}

export function newNameSalt(): Buffer {
  return randomBytes(SALT_BYTES)
}

/** Whether these are the names of the certificate, in any order and spelling that means the same. */
export function namesAgree({
  names,
  content,
}: {
  names: string[]
  content: Pick<TokenContent, 'nameSalt' | 'nameHash'>
}): boolean {
  const hash = hashNames({ names, salt: content.nameSalt })
  return hash.length === content.nameHash.length && timingSafeEqual(hash, content.nameHash)
}
