import { readOfflineToken } from './offline-token'

/** What a scanned or pasted text is: a verification code, a link to somewhere else, or neither. */
export type ScannedText = { token: string } | { elsewhere: string } | { nothing: true }

/**
 * Tells a verification code from whatever else people scan. Where a link leads to decides nothing, since the
 * signature does; so a code that was copied under a stranger's address still gets our answer, and not theirs.
 */
export function readScannedText(text: string): ScannedText {
  const token = lastPartOf(text)
  if (readOfflineToken(token)) return { token }
  const host = hostOf(text.trim())
  return host ? { elsewhere: host } : { nothing: true }
}

/** The last part of a link, or the text itself. */
export function lastPartOf(text: string): string {
  const path = text.trim().split(/[?#]/)[0] ?? ''
  return path.slice(path.lastIndexOf('/') + 1)
}

function hostOf(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return null
  try {
    return new URL(text).host || null
  } catch {
    return null
  }
}
