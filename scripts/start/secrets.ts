import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { newDemoSigningKey } from '@/lib/certificates/keys/signing-key'
import { newDemoCertificate } from '@/lib/certificates/signature/demo-certificate'
import { StartFailure } from './say'

export type Secrets = ReturnType<typeof makeSecrets>

/**
 * The secrets of this installation: made once and kept readable by their owner alone. A variable of the same
 * name in the environment wins and is not written down.
 */
export function loadSecrets({
  file,
  environment,
}: {
  file: string
  environment: Record<string, string | undefined>
}): Secrets {
  const kept = readKept(file)
  const whole: Secrets = { ...makeSecrets({ paperSigning: kept.PAPER_SIGNING_CERTIFICATE }), ...kept }
  const names = Object.keys(whole).filter((name): name is keyof Secrets => name in whole)
  if (names.some(name => !kept[name])) {
    const half = `${file}.new-${process.pid}`
    writeFileSync(half, JSON.stringify(whole, null, 2), { mode: 0o600 })
    renameSync(half, file)
  }
  const given = names.flatMap(name => (environment[name] ? [[name, environment[name]]] : []))
  return { ...whole, ...Object.fromEntries(given) }
}

function readKept(file: string): Partial<Secrets> {
  if (!existsSync(file)) return {}
  try {
    // Private keys are nobody else's to read, even if somebody copied the folder about.
    if (statSync(file).mode & 0o077) chmodSync(file, 0o600)
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Making new ones would lock everybody out of the data that the old ones sealed.
    throw new StartFailure(
      `无法读取 ${file}。其中是加密已有数据的密钥：请用建立它的用户启动，或从备份恢复；确实要放弃数据时，把整个 .data 目录改名。\n` +
        `${file} cannot be read. It holds the keys of the data there is: start as the user who made it, or restore it; to give up the data, rename the whole folder .data.`,
    )
  }
}

/** A new set, as for an installation that has none yet. */
export function makeSecrets({
  paperSigning = demoPaperSigning(),
}: {
  /** The one there is already; a new one takes a moment to make. */
  paperSigning?: string | undefined
} = {}) {
  return {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    PERSONAL_DATA_KEYS: `demo1:${randomBytes(32).toString('base64')}`,
    LOOKUP_KEY: randomBytes(32).toString('base64'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    CERTIFICATE_SIGNING_KEY: newDemoSigningKey(),
    PAPER_SIGNING_CERTIFICATE: paperSigning,
    DATABASE_OWNER_PASSWORD: randomBytes(24).toString('base64url'),
    DATABASE_APP_PASSWORD: randomBytes(24).toString('base64url'),
    DATABASE_JOBS_PASSWORD: randomBytes(24).toString('base64url'),
  }
}

/** A certificate that nobody vouches for; production refuses it by the beginning of its password. */
function demoPaperSigning(): string {
  const { password, p12 } = newDemoCertificate()
  return `${password}:${p12}`
}
