import { eq } from 'drizzle-orm'
import { certificates } from '@/db/schema'
import { anAcceptedCase, anIdNumber, aStaffMember, type TestCase } from '@/db/testing/test-cases'
import type { TestDatabase } from '@/db/testing/test-database'
import { registerApplication } from '@/lib/decisions'
import type { Certificate } from '../write-certificate'

export type TestCertificate = { certificate: Certificate; ofCase: TestCase }

/** A certificate as a registered case has it. */
export async function aCertificate(
  database: TestDatabase,
  { idNumber = anIdNumber(), withOtherParent = false }: { idNumber?: string; withOtherParent?: boolean } = {},
): Promise<TestCertificate> {
  const officer = await aStaffMember(database.db)
  const ofCase = await anAcceptedCase(database.db, { idNumber, withOtherParent })
  await registerApplication({ reference: ofCase.reference, viewer: officer }, database)
  const [certificate] = await database.db
    .select()
    .from(certificates)
    .where(eq(certificates.applicationId, ofCase.id))
  if (!certificate) throw new Error('the case was not registered')
  return { certificate, ofCase }
}
