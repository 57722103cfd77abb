// `npm run keys:reencrypt`: seals personal data with the first key of the ring, beside the running service: docs/operations.md.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { isKeptAsWritten, type Progress, reencryptPersonalData, type SealedCount } from '@/db/key-ring'
import { parsePersonalDataKeys, setPersonalDataKeys } from '@/db/personal-data'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { say } from './start/say'
import { loadSecrets } from './start/secrets'

/** More would only repeat it. */
const mostPlacesShown = 20

const { values: options } = parseArgs({ options: { database: { type: 'string' } } })
const environment = readGivenEnvironment()
const secrets = () => loadSecrets({ file: `${dataRoom}/secrets.json`, environment })
const ring = parsePersonalDataKeys({
  sealing: environment.PERSONAL_DATA_KEYS || secrets().PERSONAL_DATA_KEYS,
  lookup: environment.LOOKUP_KEY || secrets().LOOKUP_KEY,
})
setPersonalDataKeys(ring)
const [sealing, ...older] = ring.sealing.map(({ id }) => id)
const owner = postgres(options.database ?? ownersAddress(), { max: 1, onnotice: () => {} })
try {
  say(`以密钥 ${sealing} 重新加密 · sealing anew with the key ${sealing}`)
  const { counts, unreadable } = await reencryptPersonalData({ owner, onProgress: tellProgress() })
  for (const place of unreadable.slice(0, mostPlacesShown)) {
    say(`✗ 密钥环中没有密钥能打开 · no key of the ring opens: ${place}`)
  }
  const left = counts.filter(({ keyId }) => keyId !== sealing)
  const ids = new Set([...older, ...left.map(({ keyId }) => keyId)])
  const areDone = [...ids].map(id =>
    tellOfKey(
      id,
      left.filter(({ keyId }) => keyId === id),
    ),
  )
  process.exitCode = areDone.every(Boolean) ? 0 : 1
} finally {
  await owner.end()
}

function ownersAddress(): string {
  return JSON.parse(readFileSync(`${dataRoom}/database.json`, 'utf8')).ownerUrl
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
function tellOfKey(id: string, left: SealedCount[]): boolean {
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
  if (!older.includes(id)) {
    say(`✗ PERSONAL_DATA_KEYS 中没有密钥 ${id}。· PERSONAL_DATA_KEYS lacks the key ${id}.`)
    return false
  }
  say(`✗ 仍有数据使用密钥 ${id}：请确认所有进程都已用新密钥重新启动，然后再运行一次。`)
  say(
    `✗ Values are still under ${id}: see that every process was restarted with the new key, and run this again.`,
  )
  return false
}
