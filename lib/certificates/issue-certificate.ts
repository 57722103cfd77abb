import type { Application } from '@/lib/applications'
import type { Transaction } from '@/lib/platform/database'
import { holdersOfCases } from './holders-of-case'
import { newSerial } from './numbers/electronic-certificate-identifier'
import { charactersThatDoNotPrint } from './paper/characters-that-do-not-print'
import { keepWaiting } from './waiting/keep-waiting'
import { type Certificate, writeCertificates } from './write-certificate'

/** The number of the certificate, or the characters for which it has to wait. */
export type IssuedOrWaiting = { number: string | null; notPrintable: string[] }

/**
 * Issues the certificates of registered cases, in the transaction that registers them, and freezes what they
 * say. A name with a character that no font of ours has is never printed wrong: the certificate waits, the
 * registration stands, the case's history says why, and the administrator is asked for a font.
 *
 * @returns in the order of the cases
 */
export async function issueCertificates(
  transaction: Transaction,
  {
    applications,
    basis,
    decidedByNumber,
  }: {
    applications: readonly Application[]
    basis: Certificate['registrationBasis']
    decidedByNumber: string | null
  },
): Promise<IssuedOrWaiting[]> {
  const holdersById = await holdersOfCases(transaction, applications)
  const cases = applications.map(application => {
    const holders = holdersById.get(application.id) ?? []
    return {
      application,
      holders,
      notPrintable: charactersThatDoNotPrint(holders.map(({ name }) => name).join('')),
    }
  })
  const [printable, waiting] = [cases.filter(isPrintable), cases.filter(one => !isPrintable(one))]
  await keepWaiting(transaction, { waiting, basis, decidedByNumber })
  const written = await writeCertificates(
    transaction,
    printable.map(({ application, holders }) => ({
      application,
      holders,
      basis,
      decidedByNumber,
      serial: newSerial(),
      version: 1,
    })),
  )
  const numbers = new Map(written.map(({ applicationId, number }) => [applicationId, number]))
  return cases.map(({ application, notPrintable }) => ({
    number: numbers.get(application.id) ?? null,
    notPrintable,
  }))
}

function isPrintable({ notPrintable }: { notPrintable: string[] }): boolean {
  return notPrintable.length === 0
}
