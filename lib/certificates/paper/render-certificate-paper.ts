import { frameBackdrop } from './backdrop'
import { CertificatePaper, type PaperContent } from './certificate-paper'
import { paperDrawings } from './paper-drawings'
import { registerFontsFor } from './register-fonts'
import { printTagged } from './tagged/print-tagged'
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
  const paper = CertificatePaper({ certificate, drawings: await paperDrawings(certificate) })
  return printTagged(paper, { language: 'zh-CN', info: infoOf(certificate), backdrop: frameBackdrop() })
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
