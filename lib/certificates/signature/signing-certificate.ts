import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import forge from 'node-forge'

/** With what the office signs papers: a private key, its certificate, and those that vouch for it. */
export type SigningCertificate = { privateKey: KeyObject; certificate: Buffer; chain: Buffer[] }

/**
 * Reads a PKCS #12 file in base64, as a certification authority hands it out.
 *
 * @throws Error if it cannot be opened, or does not hold one RSA key with its certificate
 */
export function readSigningCertificate({
  p12,
  password,
}: {
  p12: string
  password: string
}): SigningCertificate {
  const asn1 = forge.asn1.fromDer(Buffer.from(p12, 'base64').toString('binary'))
  const opened = forge.pkcs12.pkcs12FromAsn1(asn1, password)
  const key = bagsOf(opened, forge.pki.oids.pkcs8ShroudedKeyBag)[0]?.key
  if (!key) throw new Error('the PKCS #12 file holds no RSA key')
  const privateKey = createPrivateKey(forge.pki.privateKeyToPem(key))
  const certificates = bagsOf(opened, forge.pki.oids.certBag).flatMap(({ cert }) =>
    cert ? [Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(cert)).getBytes(), 'binary')] : [],
  )
  const certificate = certificates.find(bytes => new X509Certificate(bytes).checkPrivateKey(privateKey))
  if (!certificate) throw new Error('the PKCS #12 file holds no certificate of its key')
  return { privateKey, certificate, chain: certificates.filter(bytes => bytes !== certificate) }
}

function bagsOf(opened: forge.pkcs12.Pkcs12Pfx, kind: string | undefined): forge.pkcs12.Bag[] {
  return kind ? (opened.getBags({ bagType: kind })[kind] ?? []) : []
}
