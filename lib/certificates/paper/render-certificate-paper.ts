import { CertificatePaper, type PaperContent } from './certificate-paper'
import { registerFontsFor } from './register-fonts'
import { sealGlyphs, sealWords } from './seal'
import { specimenGlyphs } from './specimen'
import { printTagged } from './tagged/print-tagged'
import { titleGlyphs } from './title'
import { wording } from './wording'

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
  const paper = CertificatePaper({ certificate, drawings: { title, seal, specimen } })
  return printTagged(paper, { language: 'zh-CN', info: infoOf(certificate) })
}

function infoOf({ title, number, countyName, officeName, identifier, issuedAt }: PaperContent) {
  return {
    Title: `${title} ${number}`,
    Author: `${wording.author}${countyName}${officeName}`,
    Subject: wording.subject,
    Keywords: identifier,
    Creator: title,
    Producer: title,
    CreationDate: issuedAt,
    ModDate: issuedAt,
  }
}
