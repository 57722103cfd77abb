import {
  listNumberOf,
  type OfflineKey,
  type OfflineList,
  readKeySet,
  readOfflineList,
} from '@/lib/verification/offline'

/** What the device knows: fetched now if there is a network, else as the service worker kept it. */
export type WhatIsKnown = {
  keys: OfflineKey[]
  listFor: (statusIndex: number) => Promise<OfflineList | null>
}

export async function whatIsKnown(): Promise<WhatIsKnown> {
  const keys = readKeySet(await textAt('/.well-known/jwks.json'))
  const listFor = async (statusIndex: number) => {
    const number = listNumberOf(statusIndex)
    const jwt = await textAt(`/api/v1/status-lists/${number}`)
    return jwt === '' ? null : readOfflineList({ jwt, keys, number })
  }
  return { keys, listFor }
}

async function textAt(path: string): Promise<string> {
  try {
    const response = await fetch(path)
    return response.ok ? await response.text() : ''
  } catch {
    return '' // No network, and nothing kept: the answer will say so.
  }
}
