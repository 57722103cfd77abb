import { sign, verify } from 'node:crypto'
import { sha256 } from '../chain/chained-row'
import type { CheckpointKey, TrustedKey } from '../chain/checkpoint'

/** The last lines of an export; everything before them is what was signed. */
const lastLines =
  /^(?<content>.*)#sha256,(?<digest>[0-9a-f]{64})\r\n#signature,(?<keyId>[\w-]+),(?<signature>[\w-]+)\r\n$/s

function signedText(digest: string): Buffer {
  return Buffer.from(`birth-service registration: export of the logs, v1\nsha256 ${digest}\n`)
}

/** A table as CSV (RFC 4180) that ends with its own digest and the signature of the service. */
export function signedCsv({
  rows,
  key,
}: {
  rows: readonly (readonly string[])[]
  key: CheckpointKey
}): string {
  const content = rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
  const digest = sha256(content)
  const signature = sign(null, signedText(digest), key.privateKey).toString('base64url')
  return `${content}#sha256,${digest}\r\n#signature,${key.keyId},${signature}\r\n`
}

/** What is wrong with an exported file, by the keys that the checker trusts; null if nothing is. */
export function whatIsWrongWithExport({
  file,
  keys,
}: {
  file: string
  keys: readonly TrustedKey[]
}): 'export-unreadable' | 'export-changed' | 'export-key-not-trusted' | 'export-signature-wrong' | null {
  const { content, digest, keyId, signature } = lastLines.exec(file)?.groups ?? {}
  if (content === undefined || !digest || !signature) return 'export-unreadable'
  if (sha256(content) !== digest) return 'export-changed'
  const key = keys.find(trusted => trusted.keyId === keyId)
  if (!key) return 'export-key-not-trusted'
  const isRight = verify(null, signedText(digest), key.publicKey, Buffer.from(signature, 'base64url'))
  return isRight ? null : 'export-signature-wrong'
}

/** Always quoted. A first character that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
