import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Longer texts are never a password here, and would only cost work. */
const longestPassword = 1_024

/** A hash with the same cost, that no password opens: unknown accounts take as long as known ones. */
const nobodysHash = hash('nobody has this password', cost)

/** Hashes a password for keeping; salted, so the same password never hashes alike twice. */
export function hashPassword(password: string): Promise<string> {
  return hash(asOneWrites(password), cost)
}

/** Whether a password opens a hash. Without a hash (no such account) the answer is no, after the same work. */
export async function verifyPassword({
  password,
  passwordHash,
}: {
  password: string
  passwordHash: string | null
}): Promise<boolean> {
  const usable = password.length > 0 && password.length <= longestPassword
  const opened = await verify(passwordHash ?? (await nobodysHash), usable ? asOneWrites(password) : '-')
  return opened && usable && passwordHash !== null
}

/** The same password from another keyboard is the same (NIST SP 800-63B-4 §3.1.1.2). */
function asOneWrites(password: string): string {
  return password.normalize('NFKC')
}
