import { Signer, SignPdf } from '@signpdf/signpdf'
import { addSignatureField } from './add-signature-field'
import { cmsSignature } from './cms-signature'
import type { SigningCertificate } from './signing-certificate'

/**
 * Signs a paper for its whole length: one changed byte, and every reader of PDFs says so. The time in it is the
 * moment of issue, so that the same paper is signed to the same bytes.
 */
export function signPaper({
  pdf,
  signer,
  ...about
}: {
  pdf: Buffer
  signer: SigningCertificate
  at: Date
  signedBy: string
  reason: string
}): Promise<Buffer> {
  // Of one signer, every signature is as long as the other.
  const room = cmsSignature({ content: Buffer.alloc(0), signer }).length
  return new SignPdf().sign(addSignatureField({ pdf, room, ...about }), new PaperSigner(signer))
}

/** The library finds the place of the signature; what goes there is ours (see cms-signature.ts). */
class PaperSigner extends Signer {
  constructor(private readonly signer: SigningCertificate) {
    super()
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return cmsSignature({ content, signer: this.signer })
  }
}
