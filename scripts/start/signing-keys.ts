import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import postgres from 'postgres'
import { z } from 'zod'
import type { TrustedKey } from '@/lib/audit'
import { publicKeyText, readPublicKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { dataRoom } from './data-room'
import { StartFailure } from './say'

/**
 * The public halves of the keys that have signed here, kept outside the database: whoever controls the database
 * alone cannot add one, so that `npm run audit:verify` may believe them.
 */
export const signingKeysFile = `${dataRoom}/signing-keys.json`

const keptKeys = z.array(
  z.object({
    publicKey: z.string(),
    retiredAt: z.iso.datetime().optional(),
    withdrawnFrom: z.iso.datetime().optional(),
  }),
)
type KeptKey = z.infer<typeof keptKeys>[number]

/** The keys of the file, oldest first; none where there is no file. */
export function readKeptKeys(file = signingKeysFile): TrustedKey[] {
  return read(file).map(({ publicKey, retiredAt, withdrawnFrom }) => ({
    ...readPublicKey(publicKey),
    ...(retiredAt && { retiredAt: new Date(retiredAt) }),
    ...(withdrawnFrom && { withdrawnFrom: new Date(withdrawnFrom) }),
  }))
}

/** Notes a key that has signed here, without saying anything of the others. */
export function keepKey(key: Pick<TrustedKey, 'publicKey'>, file = signingKeysFile): void {
  const publicKey = publicKeyText(key.publicKey)
  const kept = read(file)
  if (!kept.some(other => other.publicKey === publicKey)) write(file, [...kept, { publicKey }])
}

/**
 * Notes the key that signs from now on, at a start: the keys before it have had their time. One that comes back,
 * because the operator took the change back, signs again.
 */
export function keepKeyInUse(
  { key, now }: { key: Pick<TrustedKey, 'publicKey'>; now: Date },
  file = signingKeysFile,
): void {
  const publicKey = publicKeyText(key.publicKey)
  const kept = read(file)
  const known = kept.find(other => other.publicKey === publicKey)
  const before = kept
    .filter(other => other !== known)
    .map(other => ({ ...other, retiredAt: other.retiredAt ?? now.toISOString() }))
  const inUse = { publicKey, ...(known?.withdrawnFrom && { withdrawnFrom: known.withdrawnFrom }) }
  const after = [...before, inUse]
  if (JSON.stringify(after) !== JSON.stringify(kept)) write(file, after)
}

/** Notes outside the database which key signs from this start on: what those before it signed stays theirs. */
export async function noteKeyInUse(
  { appUrl, secret }: { appUrl: string; secret: string },
  file = signingKeysFile,
): Promise<void> {
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ now: Date }[]>`select service_now() as now`
    keepKeyInUse({ key: readTypedSecret(secret), now: row?.now ?? new Date() }, file)
  } finally {
    await sql.end()
  }
}

/** Notes that nothing a key signed from a moment on is believed; a key that the file does not know stays unknown. */
export function keepWithdrawal({ keyId, from }: { keyId: string; from: Date }, file = signingKeysFile): void {
  const withdrawn = read(file).map(kept => {
    if (readPublicKey(kept.publicKey).keyId !== keyId) return kept
    const earlier = kept.withdrawnFrom && Date.parse(kept.withdrawnFrom) < from.getTime()
    return earlier ? kept : { ...kept, withdrawnFrom: from.toISOString() }
  })
  if (withdrawn.length > 0) write(file, withdrawn)
}

/** A public key as it was typed. */
export function readTypedKey(text: string) {
  try {
    return readPublicKey(text)
  } catch {
    throw new StartFailure(
      `“${text}”不是公钥：应当是公布的密钥中的 x，43 个字符。\n“${text}” is no public key: give the x of the published set, 43 characters.`,
    )
  }
}

/** The private key that the service signs with, as it stands in the environment or among the secrets. */
export function readTypedSecret(secret: string) {
  try {
    return readSigningKey(secret)
  } catch {
    throw new StartFailure('CERTIFICATE_SIGNING_KEY 读不出来。\nCERTIFICATE_SIGNING_KEY cannot be read.')
  }
}

function read(file: string): KeptKey[] {
  if (!existsSync(file)) return []
  try {
    const kept = keptKeys.parse(JSON.parse(readFileSync(file, 'utf8')))
    for (const { publicKey } of kept) readPublicKey(publicKey)
    return kept
  } catch {
    throw new StartFailure(
      `无法读取 ${file}。其中是签过检查点和导出文件的公钥：请从备份恢复。\n` +
        `${file} cannot be read. It holds the public keys that have signed checkpoints and exports: restore it.`,
    )
  }
}

/** In one step: a file half written would make the logs look signed by strangers. */
function write(file: string, keys: readonly KeptKey[]): void {
  const half = `${file}.new-${process.pid}`
  writeFileSync(half, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, file)
}
