import type { ReactNode } from 'react'
import { dateOnPaper, inGroupsOfFour } from '@/lib/certificates'
import { ink, type PaperContent, sizeOfName, wording } from '@/lib/certificates/paper'
import { letters, millimetres, points } from './points'

/** What the paper certifies, line by line. */
export function Facts({ certificate }: { certificate: PaperContent }) {
  const { holders, countyName, officeName, issuedOn, number, checkCode } = certificate
  return (
    <dl style={{ marginTop: millimetres(12), borderTop: `${points(0.8)} solid ${ink.brand}` }}>
      <Fact label={wording.holder}>
        {holders.map(holder => (
          <Holder key={`${holder.name} ${holder.maskedDocumentNumber}`} {...holder} />
        ))}
      </Fact>
      <Fact label={wording.office}>
        <p style={letters(13, { fontWeight: 500 })}>{`${wording.place}${countyName}${officeName}`}</p>
      </Fact>
      <Fact label={wording.registeredOn}>
        <p style={{ display: 'flex', alignItems: 'center', gap: points(12) }}>
          <span style={letters(13, { fontWeight: 500, flex: 1 })}>
            {dateOnPaper({ date: issuedOn, language: 'zh-CN' })}
          </span>
          <span lang="en" style={letters(10.5, { color: ink.soft })}>
            {dateOnPaper({ date: issuedOn, language: 'en' })}
          </span>
        </p>
      </Fact>
      <Fact label={wording.number}>
        <p style={letters(15, { fontWeight: 500, letterSpacing: points(0.4) })}>{inGroupsOfFour(number)}</p>
      </Fact>
      <Fact label={wording.checkCode}>
        <p style={letters(15, { fontWeight: 500, letterSpacing: points(2) })}>{checkCode}</p>
      </Fact>
    </dl>
  )
}

function Fact({
  label: [chinese, english],
  children,
}: {
  label: readonly [string, string]
  children: ReactNode
}) {
  return (
    <div
      style={{
        display: 'flex',
        alignItems: 'center',
        minHeight: points(44),
        padding: `${points(7)} 0`,
        borderBottom: `${points(0.5)} solid ${ink.line}`,
      }}
    >
      <dt style={{ width: millimetres(36), color: ink.soft, fontWeight: 400 }}>
        <span style={letters(11.5, { display: 'block' })}>{chinese}</span>
        <span lang="en" style={letters(7.5, { display: 'block', marginTop: points(1) })}>
          {english}
        </span>
      </dt>
      <dd style={{ flex: 1, display: 'flex', flexDirection: 'column', gap: points(6), margin: 0 }}>
        {children}
      </dd>
    </div>
  )
}

function Holder({ name, maskedDocumentNumber }: PaperContent['holders'][number]) {
  const { fontSize, fontWeight, isShort } = sizeOfName(name)
  return (
    <p
      style={{
        display: 'flex',
        flexDirection: isShort ? 'row' : 'column',
        alignItems: isShort ? 'center' : 'flex-start',
        gap: points(isShort ? 12 : 2),
      }}
    >
      <span style={letters(fontSize, { fontWeight, ...(isShort ? { flex: 1 } : {}) })}>{name}</span>
      <span style={letters(10.5, { color: ink.soft })}>{maskedDocumentNumber}</span>
    </p>
  )
}
