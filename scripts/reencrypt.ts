// `npm run keys:reencrypt`: seals personal data with the first key of the ring, beside the running service:
// docs/operations.md. Exit code: 0 all is done, 1 something is left, 2 it could not be done.
import postgres from 'postgres'
import { isKeptAsWritten, type Progress, reencryptPersonalData, type SealedCount } from '@/db/key-ring'
import { parsePersonalDataKeys, setPersonalDataKeys } from '@/db/personal-data'
import {
  addressOfDatabase,
  answerOrSayWhy,
  exitCodes,
  readOptions,
  valueOfJson,
} from './start/could-not-check'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { StartFailure, say } from './start/say'

/** More would only repeat it. */
const mostPlacesShown = 20

await answerOrSayWhy(async () => {
  const { values: options } = readOptions({ options: { database: { type: 'string' } } })
  const ring = readRing()
  setPersonalDataKeys(ring)
  const [sealing = '', ...older] = ring.sealing.map(({ id }) => id)
  const address = addressOfDatabase({ typed: options.database, role: 'ownerUrl' })
  const owner = postgres(address, { max: 1, onnotice: () => {} })
  try {
    return await sealAnew({ owner, sealing, older })
  } finally {
    await owner.end()
  }
})

/** The keys of the environment, or those that the service made; nothing is made here that is missing. */
function readRing() {
  const environment = readGivenEnvironment()
  const keyOf = (name: 'PERSONAL_DATA_KEYS' | 'LOOKUP_KEY') =>
    environment[name] || valueOfJson(`${dataRoom}/secrets.json`, name)
  const texts = { sealing: keyOf('PERSONAL_DATA_KEYS'), lookup: keyOf('LOOKUP_KEY') }
  try {
    return parsePersonalDataKeys(texts)
  } catch {
    throw new StartFailure(
      'PERSONAL_DATA_KEYS 或 LOOKUP_KEY 写得不对，说明见 .env.example。\nPERSONAL_DATA_KEYS or LOOKUP_KEY is not right: .env.example explains them.',
    )
  }
}

async function sealAnew({
  owner,
  sealing,
  older,
}: {
  owner: postgres.Sql
  sealing: string
  older: string[]
}): Promise<number> {
  say(`以密钥 ${sealing} 重新加密 · sealing anew with the key ${sealing}`)
  const { counts, unreadable } = await reencryptPersonalData({ owner, onProgress: tellProgress() })
  for (const place of unreadable.slice(0, mostPlacesShown)) {
    say(`✗ 密钥环中没有密钥能打开 · no key of the ring opens: ${place}`)
  }
  const left = counts.filter(({ keyId }) => keyId !== sealing)
  const ids = new Set([...older, ...left.map(({ keyId }) => keyId)])
  const areDone = [...ids].map(id =>
    tellOfKey({ id, left: left.filter(({ keyId }) => keyId === id), isInRing: older.includes(id) }),
  )
  return areDone.every(Boolean) ? exitCodes.well : exitCodes.notWell
}

/** Says each table when it is done, and in a long one every five seconds how far it is. */
function tellProgress(): (progress: Progress) => void {
  let lastSaid = Date.now()
  return ({ table, values, isWhole }) => {
    if (!isWhole && Date.now() < lastSaid + 5_000) return
    lastSaid = Date.now()
    say(`${isWhole ? '✓' : '…'} ${table}: ${values}`)
  }
}

/** What an older key still seals, by table; whether all was done that was to be. */
function tellOfKey({ id, left, isInRing }: { id: string; left: SealedCount[]; isInRing: boolean }): boolean {
  for (const { table, column, values } of left) say(`  ${id}: ${table}.${column} ${values}`)
  if (left.length === 0) {
    say(`✓ 不再有数据需要密钥 ${id}。· Nothing in the database needs the key ${id} any more.`)
    return true
  }
  if (left.every(isKeptAsWritten)) {
    say(`✓ 只有不可改写的办理记录还需要密钥 ${id}，请把它留在 PERSONAL_DATA_KEYS 中。`)
    say(`✓ Only the log, which is never rewritten, needs the key ${id}: keep it in PERSONAL_DATA_KEYS.`)
    return true
  }
  if (!isInRing) {
    say(`✗ PERSONAL_DATA_KEYS 中没有密钥 ${id}。· PERSONAL_DATA_KEYS lacks the key ${id}.`)
    return false
  }
  say(`✗ 仍有数据使用密钥 ${id}：请确认所有进程都已用新密钥重新启动，然后再运行一次。`)
  say(
    `✗ Values are still under ${id}: see that every process was restarted with the new key, and run this again.`,
  )
  return false
}
