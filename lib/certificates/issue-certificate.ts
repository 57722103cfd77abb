import { type Application, recordEvent } from '@/lib/applications'
import type { Transaction } from '@/lib/platform/database'
import { holdersOf } from './holders-of-case'
import { newSerial } from './numbers/electronic-certificate-identifier'
import { charactersThatDoNotPrint } from './paper/characters-that-do-not-print'
import { type Certificate, writeCertificate } from './write-certificate'

/**
 * Issues the certificate of a registered case, in the transaction that registers it, and freezes what it
 * says. A name with a character that no font of ours has is never printed wrong: the certificate waits, the
 * registration stands, and the case's history says why.
 */
export async function issueCertificate(
  transaction: Transaction,
  {
    application,
    basis,
    decidedByNumber,
  }: { application: Application; basis: Certificate['registrationBasis']; decidedByNumber: string | null },
): Promise<{ number: string | null; notPrintable: string[] }> {
  const holders = await holdersOf(transaction, application)
  const notPrintable = charactersThatDoNotPrint(holders.map(({ name }) => name).join(''))
  if (notPrintable.length > 0) {
    await recordEvent(transaction, {
      application,
      name: 'certificate-waits-for-glyphs',
      from: application.status,
      to: application.status,
      by: { kind: 'system' },
    })
    return { number: null, notPrintable }
  }
  const { number } = await writeCertificate(transaction, {
    application,
    holders,
    basis,
    decidedByNumber,
    serial: newSerial(),
    version: 1,
  })
  return { number, notPrintable: [] }
}
