import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { certificatePapers } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { signPaper } from '../signature/sign-paper'
import { readSigningCertificate, type SigningCertificate } from '../signature/signing-certificate'
import type { Certificate } from '../write-certificate'
import { renderCertificatePaper } from './render-certificate-paper'
import { wording } from './wording'

let signer: SigningCertificate | null = null

/**
 * The printed file of a certificate, signed. It is made at the first printing and kept: whatever changes in the
 * service later, its fonts, its words, its signing certificate, this paper stays the same to the byte.
 */
export async function paperOfCertificate(
  certificate: Certificate,
  { db }: { db: Database },
): Promise<Buffer> {
  const kept = await findKept(certificate, { db })
  if (kept) return kept
  const made = await makePaper(certificate)
  const row = {
    certificateId: certificate.id,
    pdf: made.toString('base64'),
    sha256: createHash('sha256').update(made).digest('hex'),
  }
  await db.insert(certificatePapers).values(row).onConflictDoNothing()
  // Somebody may have printed it at the same moment: the paper that was kept first is the paper.
  return (await findKept(certificate, { db })) ?? made
}

async function findKept({ id }: Certificate, { db }: { db: Database }): Promise<Buffer | null> {
  const [row] = await db.select().from(certificatePapers).where(eq(certificatePapers.certificateId, id))
  return row ? Buffer.from(row.pdf, 'base64') : null
}

async function makePaper(certificate: Certificate): Promise<Buffer> {
  const pdf = await renderCertificatePaper(certificate)
  signer ??= configuredSigner()
  if (!signer) return pdf
  const { countyName, officeName, issuedAt: at } = certificate
  const signedBy = `${wording.place}${countyName}${officeName}`
  return signPaper({ pdf, signer, at, signedBy, reason: wording.signatureReason })
}

function configuredSigner(): SigningCertificate | null {
  const configured = environment().PAPER_SIGNING_CERTIFICATE
  if (!configured) return null
  const colon = configured.indexOf(':')
  return readSigningCertificate({ password: configured.slice(0, colon), p12: configured.slice(colon + 1) })
}
