import { createHash, sign } from 'node:crypto'
import { der, elementsOf } from './der'
import type { SigningCertificate } from './signing-certificate'

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
} as const

/**
 * A detached CMS signature (RFC 5652) as PAdES asks for it at its baseline (ETSI EN 319 142-1): the
 * certificate that signs is itself signed for, and no time is claimed inside. RSA with SHA-256 gives the same
 * bytes each time.
 */
export function cmsSignature({
  content,
  signer: { privateKey, certificate, chain },
}: {
  content: Uint8Array
  signer: SigningCertificate
}): Buffer {
  const sha256 = der.sequence(der.identifier(oid.sha256), der.nothing())
  const attributes = [
    attribute(oid.contentType, der.identifier(oid.data)),
    attribute(oid.messageDigest, der.octets(digest(content))),
    // The hash algorithm of ESSCertIDv2 is SHA-256 unless another is named (RFC 5035).
    attribute(
      oid.signingCertificateV2,
      der.sequence(der.sequence(der.sequence(der.octets(digest(certificate))))),
    ),
  ]
  const signature = sign('sha256', der.setOf(...attributes), privateKey)
  const signerInfo = der.sequence(
    der.integer(1),
    der.sequence(...issuerAndSerial(certificate)),
    sha256,
    // What was signed as a SET OF is written as [0], with the same members in the same order (RFC 5652 §5.4).
    der.explicit(0, ...elementsOf(der.setOf(...attributes))),
    der.sequence(der.identifier(oid.sha256WithRsa), der.nothing()),
    der.octets(signature),
  )
  const signedData = der.sequence(
    der.integer(1),
    der.setOf(sha256),
    der.sequence(der.identifier(oid.data)),
    der.explicit(0, certificate, ...chain),
    der.setOf(signerInfo),
  )
  return der.sequence(der.identifier(oid.signedData), der.explicit(0, signedData))
}

function attribute(type: string, value: Buffer): Buffer {
  return der.sequence(der.identifier(type), der.setOf(value))
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** Issuer and serial number, by which a certificate is named, as they stand in it (RFC 5280 §4.1). */
function issuerAndSerial(certificate: Buffer): [Buffer, Buffer] {
  const [toBeSigned] = elementsOf(certificate)
  const [, serial, , issuer] = toBeSigned ? elementsOf(toBeSigned) : []
  if (!serial || !issuer) throw new Error('not a certificate of version 3')
  return [issuer, serial]
}
