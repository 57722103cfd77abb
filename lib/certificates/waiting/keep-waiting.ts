import { waitingCertificates } from '@/db/schema'
import { type Application, recordEvents } from '@/lib/applications'
import { codePointOf } from '@/lib/characters'
import type { Transaction } from '@/lib/platform/database'
import type { Certificate } from '../write-certificate'

type Waiting = { application: Application; notPrintable: readonly string[] }

/**
 * Keeps in mind which certificates wait for a character: for the history of the case, for the administrator, who
 * has a font to find, and for the round that issues them as soon as it is there.
 */
export async function keepWaiting(
  transaction: Transaction,
  {
    waiting,
    basis,
    decidedByNumber,
  }: {
    waiting: readonly Waiting[]
    basis: Certificate['registrationBasis']
    decidedByNumber: string | null
  },
): Promise<void> {
  if (waiting.length === 0) return
  await recordEvents(
    transaction,
    waiting.map(({ application }) => ({
      application,
      name: 'certificate-waits-for-glyphs',
      from: application.status,
      to: application.status,
      by: { kind: 'system' as const },
    })),
  )
  await transaction
    .insert(waitingCertificates)
    .values(
      waiting.map(({ application, notPrintable }) => ({
        applicationId: application.id,
        reference: application.reference ?? '',
        characters: notPrintable.map(codePointOf),
        registrationBasis: basis,
        decidedByNumber,
      })),
    )
    .onConflictDoNothing()
}
