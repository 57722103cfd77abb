import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { isVerificationPurpose, type PastVerification } from '@/lib/verification'

/** When and how the certificate was checked; who checked is not known, since nobody has to say. */
export function HowVerified({ verifications, now }: { verifications: PastVerification[]; now: Date }) {
  const t = useTranslations('certificate.verified')
  const choice = useTranslations('verify.purpose.choices')
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      {verifications.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="flow-small">
          {verifications.map(({ at, channel, purpose }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once, on the server
            <li key={index}>
              <Moment instant={at} now={now} withSeconds /> · {t(channel)}
              {purpose && <> · {isVerificationPurpose(purpose) ? choice(purpose) : purpose}</>}
            </li>
          ))}
        </ul>
      )}
      <p className="text-small text-ink-soft">{t('lead')}</p>
    </section>
  )
}
