import { nameComparisonKey } from '@/lib/identity/rules'
import type { Answer } from '../answers'
import { type OfflineList, statusIn } from './offline-list'
import { type OfflineToken, readOfflineToken } from './offline-token'
import { isSignedBy, type OfflineKey } from './published-keys'
import { lastPartOf } from './scanned-text'

/** Why an answer cannot be given without asking the service. */
export type OfflineTrouble =
  | 'no-keys'
  | 'unknown-key'
  | 'withdrawn-key'
  | 'no-list'
  | 'list-too-old'
  | 'browser'

export type OfflineJudgement = {
  answer: Answer
  trouble?: OfflineTrouble
  /** What the token says, where its signature is ours. */
  token?: OfflineToken
  /** As of when the list of states is. */
  listAsOf?: Date
}

/**
 * Judges a token on the device alone: signature by the published keys, state by the signed list. It never says
 * "valid" without a list that is still usable; what it cannot know reads as "cannot tell now", never as a no.
 */
export async function judgeOffline({
  text,
  keys,
  listFor,
  now,
}: {
  text: string
  keys: readonly OfflineKey[]
  listFor: (statusIndex: number) => Promise<OfflineList | null>
  now: Date
}): Promise<OfflineJudgement> {
  const token = readOfflineToken(lastPartOf(text))
  if (!token) return { answer: 'unreadable' }
  if (keys.length === 0) return cannotTell('no-keys')
  const key = keys.find(({ kid }) => kid === token.keyId)
  if (!key) return cannotTell('unknown-key')
  try {
    if (!(await isSignedBy({ key, ...token }))) return { answer: 'not-ours' }
    // Whoever stole a key can date back what they sign with it: only the service knows what it issued.
    if (key.revoked) return cannotTell('withdrawn-key')
    const list = token.statusIndex === null ? null : await listFor(token.statusIndex)
    return judgeByList({ token, list, now })
  } catch {
    return cannotTell('browser')
  }
}

function judgeByList({
  token,
  list,
  now,
}: {
  token: OfflineToken
  list: OfflineList | null
  now: Date
}): OfflineJudgement {
  const status =
    list && token.statusIndex !== null ? statusIn({ list, statusIndex: token.statusIndex }) : null
  if (!list || !status) return { ...cannotTell('no-list'), token }
  // Ended is ended, however old the list is; only "valid" needs a fresh one.
  if (status === 'valid' && now > list.until) {
    return { ...cannotTell('list-too-old'), token, listAsOf: list.asOf }
  }
  return { answer: status, token, listAsOf: list.asOf }
}

/** Whether these are the names that were signed for, in any order and spelling that means the same. */
export async function namesAgreeOffline({
  names,
  token,
}: {
  names: string[]
  token: Pick<OfflineToken, 'nameSalt' | 'nameHash'>
}): Promise<boolean> {
  const text = new TextEncoder().encode(names.map(nameComparisonKey).sort().join('\n'))
  const salted = Uint8Array.from([...token.nameSalt, ...text])
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', salted))
  return token.nameHash.every((byte, index) => byte === digest[index])
}

function cannotTell(trouble: OfflineTrouble): OfflineJudgement {
  return { answer: 'cannot-tell', trouble }
}
