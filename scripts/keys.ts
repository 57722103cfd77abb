// `npm run keys:rotate` and `npm run keys:withdraw -- <key id> <moment>`: the keys that sign certificates.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { publishKey, withdrawKey } from '@/lib/certificates/keys/active-key'
import { newDemoSigningKey, newSigningKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { type Database, openDatabase } from '@/lib/platform/database'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { say } from './start/say'

const secretsFile = `${dataRoom}/secrets.json`
const [command, ...rest] = process.argv.slice(2)

process.exitCode = await withDatabase(db => (command === 'withdraw' ? withdraw(db, rest) : rotate(db)))

/**
 * Makes the next key and publishes its public half, so that verifiers have it before it signs. It signs from
 * the next start on; with its first signature the keys before it are retired.
 */
async function rotate(db: Database): Promise<number> {
  const isGiven = Boolean(readGivenEnvironment().CERTIFICATE_SIGNING_KEY)
  const secret = isGiven ? newSigningKey() : newDemoSigningKey()
  const key = readSigningKey(secret)
  await publishKey(db, key)
  if (isGiven) {
    say(`新密钥 ${key.keyId} 已公布。请把下面一行放进您的密钥库，再重新启动服务。`)
    say(
      `The new key ${key.keyId} is published. Put this line into your store of secrets, then restart the service.`,
    )
    say(`CERTIFICATE_SIGNING_KEY=${secret}`)
    return 0
  }
  keepSecret(secret)
  say(`✓ 新密钥 ${key.keyId} 已公布，重新启动后开始使用。`)
  say(`✓ The new key ${key.keyId} is published; it signs after the next start.`)
  return 0
}

async function withdraw(db: Database, [keyId, moment]: string[]): Promise<number> {
  const from = new Date(moment ?? '')
  if (!keyId || Number.isNaN(from.getTime())) {
    say('用法 · usage: npm run keys:withdraw -- <key id> 2026-11-25T00:00:00+08:00')
    return 2
  }
  const known = await withdrawKey(db, { keyId, from })
  say(
    known
      ? `✓ 密钥 ${keyId} 自 ${moment} 起签发的一律不再认可。· Nothing that ${keyId} signed from ${moment} on is believed any more.`
      : `✗ 没有密钥 ${keyId}。· There is no key ${keyId}.`,
  )
  if (known) {
    say('如果它还在签发，请马上运行 npm run keys:rotate 并重新启动：否则新证明也不被认可。')
    say(
      'If it still signs, run npm run keys:rotate at once and restart: new certificates are not believed either.',
    )
  }
  return known ? 0 : 1
}

/** The new secret takes the place of the old in one step: a file half written would lock the service out. */
function keepSecret(secret: string): void {
  const secrets = JSON.parse(readFileSync(secretsFile, 'utf8'))
  const half = `${secretsFile}.new-${process.pid}`
  writeFileSync(half, JSON.stringify({ ...secrets, CERTIFICATE_SIGNING_KEY: secret }, null, 2), {
    mode: 0o600,
  })
  renameSync(half, secretsFile)
}

async function withDatabase(work: (db: Database) => Promise<number>): Promise<number> {
  const url =
    readGivenEnvironment().DATABASE_APP_URL ??
    JSON.parse(readFileSync(`${dataRoom}/database.json`, 'utf8')).appUrl
  // No personal data is read or written here, so that its keys are not asked for.
  const unused = { sealing: [{ id: 'unused', key: Buffer.alloc(32) }], lookup: Buffer.alloc(32) }
  const { db, close } = openDatabase({ url, keys: unused, connections: 1 })
  try {
    return await work(db)
  } finally {
    await close()
  }
}
