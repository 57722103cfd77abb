import { Document, Page, View } from '@react-pdf/renderer'
import { inGroupsOfFour } from '../numbers/short-number'
import type { Certificate } from '../write-certificate'
import { PAPER_FAMILY } from './fonts'
import { Holder } from './holder'
import { ink, millimetres, page } from './measures'
import type { PaperDrawings } from './paper-drawings'
import { QrCode } from './qr-code'
import { dateOnPaper } from './say-date'
import { Seal, sealWords } from './seal'
import { Specimen } from './specimen'
import type { PaperTag } from './tagged/paper-tag'
import { PaperTitle } from './title'
import { wording } from './wording'
import { Words } from './words'

export type PaperContent = Pick<
  Certificate,
  | 'title'
  | 'titleEnglish'
  | 'holders'
  | 'countyName'
  | 'officeName'
  | 'issuedOn'
  | 'issuedAt'
  | 'number'
  | 'checkCode'
  | 'version'
  | 'identifier'
  | 'registrationBasis'
  | 'verificationLink'
  | 'demonstration'
>

type CertificatePaperProps = {
  certificate: PaperContent
  drawings: PaperDrawings
}

const english: PaperTag = { as: 'P', lang: 'en' }

/** The certificate as it is printed: one A4 page. */
export function CertificatePaper({ certificate, drawings }: CertificatePaperProps) {
  return (
    <Document>
      <Page size="A4" wrap={false} style={{ fontFamily: PAPER_FAMILY, fontSize: 11, color: ink.text }}>
        {certificate.demonstration && <Specimen glyphs={drawings.specimen} />}
        <View
          style={{
            height: page.height,
            paddingHorizontal: millimetres(29),
            paddingTop: millimetres(35),
            paddingBottom: millimetres(23),
          }}
        >
          <Title certificate={certificate} drawings={drawings} />
          <FactsOfCertificate certificate={certificate} />
          <Statement certificate={certificate} />
          <Foot certificate={certificate} drawings={drawings} />
        </View>
      </Page>
    </Document>
  )
}

function Title({ certificate, drawings }: CertificatePaperProps) {
  return (
    <View style={{ alignItems: 'center' }}>
      <PaperTitle title={certificate.title} glyphs={drawings.title} />
      <Words tag={english} style={{ fontSize: 10.5, color: ink.soft, letterSpacing: 0.6, marginTop: 8 }}>
        {certificate.titleEnglish}
      </Words>
      {certificate.demonstration && (
        <View
          style={{
            borderWidth: 0.7,
            borderColor: ink.seal,
            paddingHorizontal: 7,
            paddingVertical: 2,
            marginTop: 10,
          }}
        >
          <Words style={{ fontSize: 8.5, color: ink.seal }}>{wording.demonstrationLine}</Words>
        </View>
      )}
    </View>
  )
}

function FactsOfCertificate({ certificate }: { certificate: PaperContent }) {
  const { holders, countyName, officeName, issuedOn, number, checkCode } = certificate
  return (
    <View
      tag={{ as: 'L' }}
      style={{ marginTop: millimetres(12), borderTopWidth: 0.8, borderColor: ink.brand }}
    >
      <Fact label={wording.holder}>
        {holders.map(holder => (
          <Holder key={`${holder.name} ${holder.maskedDocumentNumber}`} {...holder} />
        ))}
      </Fact>
      <Fact label={wording.office}>
        <Words style={{ fontSize: 13, fontWeight: 500 }}>
          {`${wording.place}${countyName}${officeName}`}
        </Words>
      </Fact>
      <Fact label={wording.registeredOn}>
        <View style={{ flexDirection: 'row', alignItems: 'center', gap: 12 }}>
          <Words style={{ fontSize: 13, fontWeight: 500, flex: 1 }}>
            {dateOnPaper({ date: issuedOn, language: 'zh-CN' })}
          </Words>
          <Words tag={english} style={{ fontSize: 10.5, color: ink.soft }}>
            {dateOnPaper({ date: issuedOn, language: 'en' })}
          </Words>
        </View>
      </Fact>
      <Fact label={wording.number}>
        <Words style={{ fontSize: 15, fontWeight: 500, letterSpacing: 0.4 }}>{inGroupsOfFour(number)}</Words>
      </Fact>
      <Fact label={wording.checkCode}>
        <Words style={{ fontSize: 15, fontWeight: 500, letterSpacing: 2 }}>{checkCode}</Words>
      </Fact>
    </View>
  )
}

function Fact({
  label: [chinese, english],
  children,
}: {
  label: readonly [string, string]
  children: React.ReactNode
}) {
  return (
    <View
      tag={{ as: 'LI' }}
      style={{
        flexDirection: 'row',
        alignItems: 'center',
        minHeight: 44,
        paddingVertical: 7,
        borderBottomWidth: 0.5,
        borderColor: ink.line,
      }}
    >
      <View tag={{ as: 'Lbl' }} style={{ width: millimetres(36) }}>
        <Words tag={{ as: 'Span' }} style={{ fontSize: 11.5, color: ink.soft }}>
          {chinese}
        </Words>
        <Words tag={{ as: 'Span', lang: 'en' }} style={{ fontSize: 7.5, color: ink.soft, marginTop: 1 }}>
          {english}
        </Words>
      </View>
      <View tag={{ as: 'LBody' }} style={{ flex: 1, gap: 6 }}>
        {children}
      </View>
    </View>
  )
}

function Statement({ certificate }: { certificate: PaperContent }) {
  return (
    <View style={{ marginTop: millimetres(9), gap: 3 }}>
      <Words style={{ fontSize: 11, lineHeight: 1.7 }}>{wording.statement}</Words>
      <Words tag={english} style={{ fontSize: 8, lineHeight: 1.5, color: ink.soft }}>
        {wording.statementEnglish}
      </Words>
      {certificate.registrationBasis === 'deemed-by-lapse' && (
        <View style={{ marginTop: 6 }}>
          <Words style={{ fontSize: 8.5, color: ink.soft }}>{wording.deemed}</Words>
          <Words tag={english} style={{ fontSize: 7.5, color: ink.soft, marginTop: 1 }}>
            {wording.deemedEnglish}
          </Words>
        </View>
      )}
    </View>
  )
}

function Foot({ certificate, drawings }: CertificatePaperProps) {
  const address = `${new URL(certificate.verificationLink).host}/verify`
  return (
    <View style={{ marginTop: 'auto' }}>
      <View style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
        <View style={{ borderWidth: 0.5, borderColor: ink.line }}>
          <QrCode link={certificate.verificationLink} width={millimetres(40)} />
        </View>
        <View style={{ flex: 1, paddingHorizontal: 12, gap: 2 }}>
          <Words style={{ fontSize: 9, lineHeight: 1.5 }}>{wording.howToVerify}</Words>
          <Words style={{ fontSize: 9.5, fontWeight: 700, color: ink.brand }}>{address}</Words>
          <Words tag={english} style={{ fontSize: 7, lineHeight: 1.4, color: ink.soft }}>
            {`${wording.howToVerifyEnglish} ${address}.`}
          </Words>
          <Words style={{ fontSize: 8.5, lineHeight: 1.5, marginTop: 5 }}>{wording.anyPrint}</Words>
          <Words tag={english} style={{ fontSize: 7, lineHeight: 1.4, color: ink.soft }}>
            {wording.anyPrintEnglish}
          </Words>
        </View>
        <Seal glyphs={drawings.seal} width={millimetres(42)} said={sealWords(certificate)} />
      </View>
      <Words style={{ fontSize: 6.8, color: ink.soft, marginTop: 9, textAlign: 'center' }}>
        {`${wording.identifier} ${certificate.identifier} · ${wording.version(certificate.version)}`}
      </Words>
    </View>
  )
}
