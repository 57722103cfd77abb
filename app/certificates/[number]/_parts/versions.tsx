import { useTranslations } from 'next-intl'
import { CivilDate } from '@/components/moment'
import type { Certificate } from '@/lib/certificates'
import { CertificateStatus } from './certificate-status'

type Version = Pick<Certificate, 'number' | 'version' | 'status' | 'issuedOn'>

/** Every version that was ever issued, where there is more than this one. */
export function Versions({ versions, current }: { versions: Version[]; current: string }) {
  const t = useTranslations('certificate.versions')
  if (versions.length < 2) return null
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <ul className="flow-small">
        {versions.map(({ number, version, status, issuedOn }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-3">
            {number === current ? (
              <strong>{t('this', { version })}</strong>
            ) : (
              <a href={`/certificates/${number}`}>{t('version', { version })}</a>
            )}
            <CivilDate date={issuedOn} />
            <CertificateStatus status={status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
