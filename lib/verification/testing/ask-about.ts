import type { Database } from '@/lib/platform/database'
import { type Finding, type Question, type VerificationChannel, verifyCertificate } from '..'

let askers = 0

/** What somebody who never asked before learns about a certificate. */
export async function askAbout(
  asked: { question: Question; channel?: VerificationChannel; purpose?: string },
  { db }: { db: Database },
): Promise<Finding> {
  askers += 1
  const address = `stranger ${process.pid}-${askers}`
  const checked = await verifyCertificate({ channel: 'api', ...asked, address }, { db })
  if (!checked.ok) throw new Error('a first question met a limit')
  return checked.value.finding
}
