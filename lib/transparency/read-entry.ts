export type LogEntry = {
  event: 'issued' | 'superseded' | 'revoked'
  number: string
  version: number
  /** SHA-256 of the token, in hexadecimal. */
  tokenDigest: string
  at: Date
}

const form =
  /^birth-service-registration certificate v1\n(issued|superseded|revoked)\n(\d{20}) (\d{1,9})\n([0-9a-f]{64})\n(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)\n$/

/** Reads the text of an entry, as the database writes it (`transparency_entry`); null for anything else. */
export function readEntry(text: string): LogEntry | null {
  const [, event, number = '', version = '', tokenDigest = '', at = ''] = form.exec(text) ?? []
  if (event !== 'issued' && event !== 'superseded' && event !== 'revoked') return null
  return { event, number, version: Number(version), tokenDigest, at: new Date(at) }
}
