import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import type { Certificate } from '@/lib/certificates'
import { certificateAddress } from './own-certificate'

type NoLongerValidProps = {
  status: Exclude<Certificate['status'], 'valid'>
  /** The number of the version that is valid now, if there is one. */
  newest: string | undefined
}

/** Says that this version must not be used, and leads to the one that may. */
export function NoLongerValid({ status, newest }: NoLongerValidProps) {
  const t = useTranslations('certificate.ended')
  return (
    <>
      <Notice tone="warn">
        <p>{t(status)}</p>
      </Notice>
      {newest && <ButtonLink href={certificateAddress({ number: newest })}>{t('newest')}</ButtonLink>}
    </>
  )
}
