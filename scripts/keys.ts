// `npm run keys:rotate` and `npm run keys:withdraw -- <key id> <moment>`: the keys that sign certificates.
// Exit code: 0 done, 1 there is no such key, 2 it could not be done or was not needed.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { keysInWaiting, publishKey, withdrawKey } from '@/lib/certificates/keys/active-key'
import { newDemoSigningKey, newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { type Database, openDatabase } from '@/lib/platform/database'
import {
  addressOfDatabase,
  answerOrSayWhy,
  exitCodes,
  readOptions,
  valueOfJson,
} from './start/could-not-check'
import { dataRoom, openDataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { StartFailure, say } from './start/say'
import { keepKey, keepWithdrawal, readTypedSecret, signingKeysFile } from './start/signing-keys'

const secretsFile = `${dataRoom}/secrets.json`

await answerOrSayWhy(async () => {
  const { values: options, positionals } = readOptions({
    allowPositionals: true,
    options: { again: { type: 'boolean', default: false } },
  })
  const [command, ...rest] = positionals
  if (command === 'withdraw') return withdraw(rest)
  if (command === 'rotate' && rest.length === 0) return rotate(options)
  throw new StartFailure(
    `没有这个参数 · there is no such argument: ${[command, ...rest].join(' ')}\n用法 · usage: npm run keys:rotate [-- --again]`,
  )
})

/**
 * Makes the next key and publishes its public half, so that verifiers have it before it signs. It signs from
 * the next start on; with its first signature the keys before it are retired. The public half of the key that
 * has signed until now is noted outside the database: what it signed is checked by it for ever.
 */
async function rotate({ again }: { again: boolean }): Promise<number> {
  openDataRoom()
  const given = readGivenEnvironment().CERTIFICATE_SIGNING_KEY
  const before = readTypedSecret(given ?? valueOfJson(secretsFile, 'CERTIFICATE_SIGNING_KEY'))
  const secret = given ? newSigningKey() : newDemoSigningKey()
  const key = readSigningKey(secret)
  const waiting = await withDatabase(async db => {
    const [first] = await keysInWaiting(db)
    if (first && !again) return first
    keepKey(before)
    await publishKey(db, key)
    return null
  })
  if (waiting) return refuseSecond(waiting)
  if (given) tellOperator({ keyId: key.keyId, secret })
  else keepSecret({ keyId: key.keyId, secret })
  say(`  以前的密钥 ${before.keyId} 的公钥已记入 ${signingKeysFile}，核对日志要用，请和密钥一起备份。`)
  say(
    `  The public half of ${before.keyId}, which has signed until now, is noted in ${signingKeysFile}: audit:verify needs it, back it up with the secrets.`,
  )
  return exitCodes.well
}

function refuseSecond(waiting: string): number {
  say(`! 密钥 ${waiting} 已公布，正等待重新启动后使用，没有再生成新的。请先重新启动服务和后台进程。`)
  say(
    `! The key ${waiting} is published already and waits for the restart; nothing was made. Restart both processes first.`,
  )
  say(
    '  它的私钥丢失了，才需要再生成一个 · only when its secret is lost, make another: npm run keys:rotate -- --again',
  )
  return exitCodes.couldNotTell
}

function tellOperator({ keyId, secret }: { keyId: string; secret: string }): void {
  say(`新密钥 ${keyId} 已公布。请把下面一行放进您的密钥库，再重新启动服务。`)
  say(
    `The new key ${keyId} is published. Put this line into your store of secrets, then restart the service.`,
  )
  say(`CERTIFICATE_SIGNING_KEY=${secret}`)
}

async function withdraw([keyId, moment]: string[]): Promise<number> {
  const from = new Date(moment ?? '')
  if (!keyId || Number.isNaN(from.getTime())) {
    say('用法 · usage: npm run keys:withdraw -- <key id> 2026-11-25T00:00:00+08:00')
    return exitCodes.couldNotTell
  }
  const known = await withDatabase(db => withdrawKey(db, { keyId, from }))
  if (!known) {
    say(`✗ 没有密钥 ${keyId}。· There is no key ${keyId}.`)
    return exitCodes.notWell
  }
  keepWithdrawal({ keyId, from })
  say(
    `✓ 密钥 ${keyId} 自 ${moment} 起签发的一律不再认可。· Nothing that ${keyId} signed from ${moment} on is believed any more.`,
  )
  say('如果它还在签发，请马上运行 npm run keys:rotate 并重新启动：否则新证明也不被认可。')
  say(
    'If it still signs, run npm run keys:rotate at once and restart: new certificates are not believed either.',
  )
  return exitCodes.well
}

/** The new secret takes the place of the old in one step: a file half written would lock the service out. */
function keepSecret({ keyId, secret }: { keyId: string; secret: string }): void {
  const secrets = JSON.parse(readFileSync(secretsFile, 'utf8'))
  const half = `${secretsFile}.new-${process.pid}`
  writeFileSync(half, JSON.stringify({ ...secrets, CERTIFICATE_SIGNING_KEY: secret }, null, 2), {
    mode: 0o600,
  })
  renameSync(half, secretsFile)
  say(`✓ 新密钥 ${keyId} 已公布，重新启动后开始使用。`)
  say(`✓ The new key ${keyId} is published; it signs after the next start.`)
}

async function withDatabase<Answer>(work: (db: Database) => Promise<Answer>): Promise<Answer> {
  const url = addressOfDatabase({ role: 'appUrl' })
  // No personal data is read or written here, so that its keys are not asked for.
  const unused = { sealing: [{ id: 'unused', key: Buffer.alloc(32) }], lookup: Buffer.alloc(32) }
  const { db, close } = openDatabase({ url, keys: unused, connections: 1 })
  try {
    return await work(db)
  } finally {
    await close()
  }
}
