import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PaperContent } from '../paper/certificate-paper'
import { renderCertificatePaper } from '../paper/render-certificate-paper'
import { newDemoCertificate } from './demo-certificate'
import { signPaper } from './sign-paper'
import { readSigningCertificate, type SigningCertificate } from './signing-certificate'

const paper: PaperContent = {
  title: '生育登记服务证明',
  titleEnglish: 'Certificate of Birth-Service Registration',
  holders: [{ name: '张𠮷', maskedDocumentNumber: '4202**********0011' }],
  countyName: '黄石港区',
  officeName: '黄石港街道',
  issuedOn: '2026-11-24',
  issuedAt: new Date('2026-11-24T02:41:00Z'),
  number: '42020200626112400173',
  checkCode: 'K7MQ',
  version: 1,
  identifier: '1.2.156.3005.2.11420000MB0DEMO008001.11420200MB0DEMO016.A1B2C3D4E5F6G7H8I9J0.001.X',
  registrationBasis: 'decided',
  verificationLink: 'https://dengji.example.cn/v/0oRJogEnBEixBbHxqfMhd6BY',
  demonstration: true,
}
const folder = mkdtempSync(path.join(tmpdir(), 'signature-'))
const file = path.join(folder, 'signed.pdf')
let signer: SigningCertificate
let signed: Buffer

const about = { at: paper.issuedAt, signedBy: '黄石港街道', reason: '签发' }

/** What an independent program says; `pdfsig` ends with an error for a broken signature and still says why. */
function ask(program: string, ...parameters: string[]): string {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const
    return execFileSync(program, parameters, { encoding: 'utf8', cwd: folder, stdio: [...stdio] })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

beforeAll(async () => {
  signer = readSigningCertificate(newDemoCertificate())
  signed = await signPaper({ pdf: await renderCertificatePaper(paper), signer, ...about })
  writeFileSync(file, signed)
}, 30_000)
afterAll(() => rmSync(folder, { recursive: true }))

test('an independent reader finds the signature valid and the whole document signed', () => {
  const said = ask('pdfsig', file)
  expect(said).toContain('Signature is Valid')
  expect(said).toContain('Total document signed')
  expect(said).toContain('ETSI.CAdES.detached')
  expect(said).toContain('SHA-256')
  expect(ask('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
  expect(ask('pdftotext', file, '-')).toContain('张𠮷')
  expect(signed.length).toBeLessThan(200_000)
})

test('one changed byte, and it says so', () => {
  const [begins, ends] = [signed.indexOf('/Contents <') + 11, signed.lastIndexOf('>\n/M')]
  const places = Array.from({ length: 25 }, (_, index) => Math.floor((begins * (index + 0.5)) / 25))
  // The last bytes of the signature are its value itself; behind it, the rest of the document is signed again.
  for (const at of [...places, ends - 1, ends - 200, ends + 20, signed.length - 10]) {
    const changed = Buffer.from(signed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    writeFileSync(path.join(folder, 'changed.pdf'), changed)
    expect(ask('pdfsig', 'changed.pdf')).not.toContain('Signature is Valid')
  }
})

test('something added behind it is not signed', () => {
  writeFileSync(path.join(folder, 'longer.pdf'), Buffer.concat([signed, Buffer.from('\n% more')]))
  expect(ask('pdfsig', 'longer.pdf')).not.toContain('Total document signed')
})

test('the same paper is signed to the same bytes', async () => {
  const again = await signPaper({ pdf: await renderCertificatePaper(paper), signer, ...about })
  expect(again.equals(signed)).toBe(true)
})

test('a PKCS #12 file that another program made can be read', () => {
  const config = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=Office']
  ask('openssl', 'req', ...config, '-keyout', 'key.pem', '-out', 'certificate.pem')
  const out = ['-out', 'office.p12', '-passout', 'pass:secret', '-macalg', 'sha256']
  ask('openssl', 'pkcs12', '-export', '-inkey', 'key.pem', '-in', 'certificate.pem', ...out)
  const p12 = execFileSync('base64', ['-w0', 'office.p12'], { cwd: folder, encoding: 'utf8' })
  const read = readSigningCertificate({ p12, password: 'secret' })
  expect(new X509Certificate(read.certificate).subject).toBe('CN=Office')
})

test('a wrong password is no key', () => {
  const { p12 } = newDemoCertificate()
  expect(() => readSigningCertificate({ p12, password: 'wrong' })).toThrow()
})
