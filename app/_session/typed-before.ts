import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { FormState } from '@/components/form-state'
import { forgetSealed, keepSealed, openSealed, wordOf } from './sealed-cookie'

/** The forms with words that nobody should have to write twice. */
export type KeptName =
  | 'answer-question'
  | 'answer-correction'
  | 'complaint'
  | 'message'
  | 'rating'
  | 'correction-notice'
  | 'rejection'
  | 'transfer'
  | 'extension'
  | 'answer-message'
  | 'answer-complaint'
  | 'answer-rating'
  | 'answer-proposal'
  | 'decline-extension'
  | 'answer-hearing'
  | 'open-hearing'
  | 'decide-hearing'
  | 'set-right'
  | 'close-record'
  | 'data-request'
  | 'answer-data-request'
  | 'request-export'
  | 'answer-export'
  | 'close-alert'
  | 'publish-reason'
  | 'change-office'
  | 'add-limit'

/** Two at most: with the session's beside them they stay below the 8 kB of headers that servers in front allow. */
const pieces = ['typed-1', 'typed-2'].map(name => ({ name, path: '/', seconds: 60 * 60 }))
const longestPiece = 2_600
const longestOpened = 64 * 1024

type Typed = { form: KeptName; page: string }

/**
 * Keeps what somebody sent whose session was over, for the hour in which they sign in again. It stays sealed in
 * their own browser, so that nobody can fill a store of ours by typing. Of the longest forms, more than one
 * holds, nothing is kept, rather than half of it.
 *
 * @returns whether it is kept
 */
export async function keepTyped({
  values,
  ...typed
}: Typed & { values: Record<string, string> }): Promise<boolean> {
  const packed = brotliCompressSync(JSON.stringify({ ...typed, values })).toString('base64url')
  if (packed.length > longestPiece * pieces.length) return false
  for (const [place, cookie] of pieces.entries()) {
    const piece = packed.slice(place * longestPiece, (place + 1) * longestPiece)
    await (piece === '' ? forgetSealed(cookie) : keepSealed(cookie, { piece }))
  }
  return true
}

/** What was typed into this form of this page before the session was over, or null. */
export async function typedBefore({ form, page }: Typed): Promise<FormState> {
  const kept = await readTyped()
  return kept?.form === form && kept.page === page ? { errors: [], values: kept.values } : null
}

/** It was sent, or the person left: nothing of it stays in the browser. */
export async function forgetTyped(): Promise<void> {
  const isKept = (await readTyped()) !== null
  if (isKept) await Promise.all(pieces.map(forgetSealed))
}

async function readTyped(): Promise<{ form: string; page: string; values: Record<string, string> } | null> {
  const words = await Promise.all(pieces.map(openSealed))
  const packed = words.map(piece => wordOf(piece, 'piece')).join('')
  if (packed === '') return null
  try {
    const opened = brotliDecompressSync(Buffer.from(packed, 'base64url'), { maxOutputLength: longestOpened })
    const { form, page, values } = JSON.parse(opened.toString())
    return { form, page, values }
  } catch {
    return null // One of two pieces, kept from another time.
  }
}
