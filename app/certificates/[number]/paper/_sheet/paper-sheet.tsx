import {
  ink,
  type PaperContent,
  type PaperDrawings,
  sealWords,
  titleMeasures,
  wording,
} from '@/lib/certificates/paper'
import { Facts } from './facts'
import { Frame, PaperQrCode, Seal, Specimen } from './ornaments'
import styles from './paper.module.css'
import { letters, millimetres, points } from './points'

type PaperSheetProps = { certificate: PaperContent; drawings: PaperDrawings }

/** The paper as the PDF has it: the same words, drawings and measures. It is Chinese in whatever language the pages are. */
export function PaperSheet({ certificate, drawings }: PaperSheetProps) {
  return (
    <div className={styles.sheet} lang="zh-CN">
      <article className={styles.page} style={{ color: ink.text }}>
        <Frame />
        {certificate.demonstration && <Specimen glyphs={drawings.specimen} />}
        <div className={styles.content}>
          <Title certificate={certificate} glyphs={drawings.title} />
          <Facts certificate={certificate} />
          <Statement certificate={certificate} />
          <Foot certificate={certificate} drawings={drawings} />
        </div>
      </article>
    </div>
  )
}

function Title({ certificate, glyphs }: { certificate: PaperContent; glyphs: PaperDrawings['title'] }) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>
      <OutlinedTitle title={certificate.title} glyphs={glyphs} />
      <p
        lang="en"
        style={letters(10.5, { color: ink.soft, letterSpacing: points(0.6), marginTop: points(8) })}
      >
        {certificate.titleEnglish}
      </p>
      {certificate.demonstration && (
        <p
          style={letters(8.5, {
            color: ink.seal,
            border: `${points(0.7)} solid ${ink.seal}`,
            padding: `${points(2)} ${points(7)}`,
            marginTop: points(10),
          })}
        >
          {wording.demonstrationLine}
        </p>
      )}
    </div>
  )
}

/** The outlines are what is seen; the same words lie over them unseen, to be selected, searched and read aloud. */
function OutlinedTitle({ title, glyphs }: { title: string; glyphs: PaperDrawings['title'] }) {
  const { size, advance, height } = titleMeasures
  const count = [...title].length
  const plain = letters(size, { fontWeight: 700, letterSpacing: points(advance - size), lineHeight: 1.2 })
  if (glyphs.length < count) return <h1 style={plain}>{title}</h1>
  const width = count * advance
  return (
    <h1 style={{ ...plain, position: 'relative', width: points(width), height: points(height) }}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.across} aria-hidden="true">
        {glyphs.map(({ key, path, transform, strokeWidth }) => (
          <path
            key={key}
            d={path}
            transform={transform}
            fill={ink.text}
            stroke={ink.text}
            strokeWidth={strokeWidth}
          />
        ))}
      </svg>
      {/* Not with an opacity of 0: browsers leave such text out of what they print. */}
      <span style={{ color: 'transparent', whiteSpace: 'nowrap' }}>{title}</span>
    </h1>
  )
}

function Statement({ certificate }: { certificate: PaperContent }) {
  return (
    <div style={{ marginTop: millimetres(9), display: 'flex', flexDirection: 'column', gap: points(3) }}>
      <p style={letters(11, { lineHeight: 1.7 })}>{wording.statement}</p>
      <p lang="en" style={letters(8, { lineHeight: 1.5, color: ink.soft })}>
        {wording.statementEnglish}
      </p>
      {certificate.registrationBasis === 'deemed-by-lapse' && (
        <div style={{ marginTop: points(6), color: ink.soft }}>
          <p style={letters(8.5)}>{wording.deemed}</p>
          <p lang="en" style={letters(7.5, { marginTop: points(1) })}>
            {wording.deemedEnglish}
          </p>
        </div>
      )}
    </div>
  )
}

function Foot({ certificate, drawings }: PaperSheetProps) {
  const { officeName, purpose } = sealWords(certificate)
  return (
    <div style={{ marginTop: 'auto' }}>
      <div style={{ display: 'flex', alignItems: 'flex-end' }}>
        <PaperQrCode link={certificate.verificationLink} label={wording.qrCode} />
        <HowToVerify address={`${new URL(certificate.verificationLink).host}/verify`} />
        <Seal glyphs={drawings.seal} label={`${wording.sealAlt}${officeName} ${purpose}`} />
      </div>
      <p style={letters(6.8, { color: ink.soft, marginTop: points(9), textAlign: 'center' })}>
        {`${wording.identifier} ${certificate.identifier} · ${wording.version(certificate.version)}`}
      </p>
    </div>
  )
}

function HowToVerify({ address }: { address: string }) {
  const english = letters(7, { lineHeight: 1.4, color: ink.soft })
  return (
    <div
      style={{
        flex: 1,
        display: 'flex',
        flexDirection: 'column',
        gap: points(2),
        padding: `0 ${points(12)}`,
      }}
    >
      <p style={letters(9, { lineHeight: 1.5 })}>{wording.howToVerify}</p>
      <p style={letters(9.5, { fontWeight: 700, color: ink.brand })}>{address}</p>
      <p lang="en" style={english}>{`${wording.howToVerifyEnglish} ${address}.`}</p>
      <p style={letters(8.5, { lineHeight: 1.5, marginTop: points(5) })}>{wording.anyPrint}</p>
      <p lang="en" style={english}>
        {wording.anyPrintEnglish}
      </p>
    </div>
  )
}
