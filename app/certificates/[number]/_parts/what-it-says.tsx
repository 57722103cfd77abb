import { useTranslations } from 'next-intl'
import { CivilDate } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import { type Certificate, inGroupsOfFour } from '@/lib/certificates'

/** What the paper says, line by line, frozen when it was issued. */
export function WhatItSays({ certificate }: { certificate: Certificate }) {
  const t = useTranslations('certificate.says')
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <SummaryList
        rows={[
          {
            term: t('holders'),
            value: (
              <ul>
                {certificate.holders.map(({ name, maskedDocumentNumber }) => (
                  <li key={maskedDocumentNumber}>
                    <strong>{name}</strong> {maskedDocumentNumber}
                  </li>
                ))}
              </ul>
            ),
          },
          { term: t('office'), value: `${certificate.countyName}${certificate.officeName}` },
          { term: t('issuedOn'), value: <CivilDate date={certificate.issuedOn} /> },
          { term: t('number'), value: inGroupsOfFour(certificate.number) },
          { term: t('checkCode'), value: certificate.checkCode },
          { term: t('basis'), value: t(`basedOn.${certificate.registrationBasis}`) },
          { term: t('identifier'), value: <span className="break-all">{certificate.identifier}</span> },
        ]}
      />
      {certificate.demonstration && <p>{t('demonstration')}</p>}
    </section>
  )
}
