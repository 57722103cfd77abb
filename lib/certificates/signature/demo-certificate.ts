import { generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'
import { DEMO_SECRET_PREFIX } from '../keys/signing-key'

const subject = [
  { name: 'countryName', value: 'CN' },
  { name: 'organizationName', value: 'Birth-service registration, demonstration' },
  { name: 'commonName', value: 'DEMO - no legal force' },
]

/** A certificate that nobody vouches for, with its key, as a PKCS #12 file in base64: for the demo and tests. */
export function newDemoCertificate(): { p12: string; password: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString())
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e)
  certificate.serialNumber = `01${randomBytes(8).toString('hex')}`
  certificate.validity.notBefore = new Date('2026-01-01T00:00:00Z')
  certificate.validity.notAfter = new Date('2036-01-01T00:00:00Z')
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
  ])
  certificate.sign(key, forge.md.sha256.create())
  const password = `${DEMO_SECRET_PREFIX}${randomBytes(18).toString('base64url')}`
  const file = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: 'aes256' })
  return { p12: Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary').toString('base64'), password }
}
