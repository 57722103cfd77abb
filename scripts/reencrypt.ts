// `npm run keys:reencrypt`: seals every personal value with the first key of PERSONAL_DATA_KEYS, beside a running service.
import { existsSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { isRewritable, reencryptPersonalData } from '@/db/key-ring'
import { parsePersonalDataKeys, setPersonalDataKeys, wrapKey } from '@/db/personal-data'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { say } from './start/say'

const given = readGivenEnvironment()
const secrets = existsSync(`${dataRoom}/secrets.json`)
  ? JSON.parse(readFileSync(`${dataRoom}/secrets.json`, 'utf8'))
  : {}
const ring = parsePersonalDataKeys({
  sealing: given.PERSONAL_DATA_KEYS ?? secrets.PERSONAL_DATA_KEYS,
  lookup: given.LOOKUP_KEY ?? secrets.LOOKUP_KEY,
})
setPersonalDataKeys(ring)
const { ownerUrl } = JSON.parse(readFileSync(`${dataRoom}/database.json`, 'utf8'))
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
try {
  const counts = await reencryptPersonalData({
    owner,
    onProgress: ({ column: { table, column }, values }) => say(`${table}.${column}: ${values}`),
  })
  for (const { id } of ring.sealing.slice(1)) {
    const left = counts.filter(({ keyId }) => keyId === id)
    for (const { table, column, values } of left) say(`${id}: ${table}.${column} ${values}`)
    if (left.length === 0) {
      say(
        `✓ 密钥 ${id} 不再需要，可以从 PERSONAL_DATA_KEYS 中删除。· Nothing needs the key ${id} any more; take it out of PERSONAL_DATA_KEYS.`,
      )
    } else if (left.every(count => !isRewritable(count))) {
      say(
        `✓ 只有不可改写的日志还用密钥 ${id}，请改用下面一项（由新密钥加密）。· Only the log, which is not rewritten, needs ${id}: put this entry, sealed with the new key, in its place.`,
      )
      say(wrapKey(ring, id))
    } else {
      say(`✗ 还有数据使用密钥 ${id}，请再运行一次。· Some values are still under ${id}; run this again.`)
      process.exitCode = 1
    }
  }
} finally {
  await owner.end()
}
