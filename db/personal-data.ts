import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/**
 * The one door through which names, ID numbers, phones and addresses pass on their way to and from the
 * database. What leaves here for a table is AES-256-GCM ciphertext that names its key; look-ups by exact
 * value go through a keyed digest (blind index), so that a stolen dump shows neither.
 */
export type PersonalDataKeys = {
  /** The first key seals; all of them open. Ids are short names, keys are 32 bytes. */
  sealing: { id: string; key: Buffer }[]
  /** 32 bytes for the blind index; changing it means re-computing every look-up column. */
  lookup: Buffer
}

let currentKeys: PersonalDataKeys | null = null

/** Sets the keys of this process; called once, when the database is opened. */
export function setPersonalDataKeys(keys: PersonalDataKeys): void {
  if (keys.sealing.length === 0 || keys.sealing.some(({ key }) => key.length !== 32)) {
    throw new Error('personal data needs at least one sealing key of 32 bytes')
  }
  if (keys.lookup.length !== 32) throw new Error('the look-up key must have 32 bytes')
  currentKeys = keys
}

/** Reads `id:base64` pairs, separated by commas, the sealing one first. */
export function parsePersonalDataKeys({
  sealing,
  lookup,
}: {
  sealing: string
  lookup: string
}): PersonalDataKeys {
  return {
    sealing: sealing.split(',').map(entry => {
      const [id, encoded] = entry.split(':')
      if (!id || !encoded) throw new Error('PERSONAL_DATA_KEYS must be id:base64[,id:base64]')
      return { id, key: Buffer.from(encoded, 'base64') }
    }),
    lookup: Buffer.from(lookup, 'base64'),
  }
}

function keys(): PersonalDataKeys {
  if (!currentKeys) throw new Error('personal data keys are not set: open the database first')
  return currentKeys
}

/** Seals a text as `v1.<key id>.<base64url of nonce, ciphertext, tag>`; the same text never seals alike twice. */
export function sealPersonalText(text: string): string {
  const { id, key } = sealingKey()
  return `v1.${id}.${seal(key, Buffer.from(text, 'utf8')).toString('base64url')}`
}

/** What an erased text leaves behind: nothing, or, in a chained log, the digest that its row was hashed with. */
export const erasedText = /^erased(?:\.(?<digest>[0-9a-f]{64}))?$/

/** Opens what `sealPersonalText` made; an erased text is empty. Throws on an unknown key or a changed byte. */
export function openPersonalText(stored: string): string {
  if (erasedText.test(stored)) return ''
  const [version, id, body] = stored.split('.')
  const key = keys().sealing.find(candidate => candidate.id === id)?.key
  if (version !== 'v1' || !key || !body) throw new Error('sealed text of an unknown form or key')
  return open(key, Buffer.from(body, 'base64url')).toString('utf8')
}

/** Seals bytes as `v1.<key id>.`, nonce, ciphertext and tag: the same form as a text's, without base64. */
export function sealPersonalBytes(bytes: Buffer): Buffer {
  const { id, key } = sealingKey()
  return Buffer.concat([Buffer.from(`v1.${id}.`, 'latin1'), seal(key, bytes)])
}

/** Opens what `sealPersonalBytes` made; throws on an unknown key or a changed byte. */
export function openPersonalBytes(stored: Buffer): Buffer {
  const head = /^v1\.([^.]{1,100})\./.exec(stored.subarray(0, 110).toString('latin1'))
  const key = keys().sealing.find(candidate => candidate.id === head?.[1])?.key
  if (!head || !key) throw new Error('sealed bytes of an unknown form or key')
  return open(key, stored.subarray(head[0].length))
}

/** The id of the key that seals. */
export function sealingKeyId(): string {
  return sealingKey().id
}

/** The same words or bytes under the key that seals; throws as opening them does. */
export function resealPersonal(stored: string | Buffer): string | Buffer {
  return typeof stored === 'string'
    ? sealPersonalText(openPersonalText(stored))
    : sealPersonalBytes(openPersonalBytes(stored))
}

function sealingKey(): PersonalDataKeys['sealing'][number] {
  const [active] = keys().sealing
  if (!active) throw new Error('no sealing key')
  return active
}

function seal(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function open(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}

/** What a keyed digest stands for; values of two kinds never give the same digest. */
export type LookupKind =
  | 'phone'
  | 'email'
  | 'id-number'
  | 'one-time-code'
  | 'rate-limit'
  | 'recovery-code'
  | 'openid-subject'

/** The blind index of an exact value: the same value and kind give the same digest, and nothing leads back. */
export function personalLookup({ kind, value }: { kind: LookupKind; value: string }): string {
  return createHmac('sha256', keys().lookup).update(`${kind}\0${value}`).digest('base64url')
}
