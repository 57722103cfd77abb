import { renderToBuffer } from '@react-pdf/renderer'
import { CertificatePaper, type PaperContent } from './certificate-paper'
import { registerFontsFor } from './register-fonts'
import { sealGlyphs, sealWords } from './seal'
import { specimenGlyphs } from './specimen'
import { titleGlyphs } from './title'

/**
 * The certificate as a PDF to print: one A4 page whose fonts are all inside it. The same version of a
 * certificate always gives the same bytes: every date in the file is the moment of issue.
 *
 * @throws Error for a character that no font draws; issuing has refused it before (`charactersThatDoNotPrint`)
 */
export async function renderCertificatePaper(certificate: PaperContent): Promise<Buffer> {
  const names = certificate.holders.map(({ name }) => name).join('')
  const place = certificate.countyName + certificate.officeName
  await registerFontsFor((names + place + certificate.title).normalize('NFC'))
  const [title, seal, specimen] = await Promise.all([
    titleGlyphs(certificate.title),
    sealGlyphs(sealWords(certificate)),
    specimenGlyphs(),
  ])
  return renderToBuffer(CertificatePaper({ certificate, drawings: { title, seal, specimen } }))
}
