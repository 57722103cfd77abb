import { useTranslations } from 'next-intl'
import type { Tone } from '@/components/mark'
import { Tag } from '@/components/tag'
import type { Certificate } from '@/lib/certificates'

const tones = { valid: 'ok', superseded: 'warn', revoked: 'stop' } satisfies Record<
  Certificate['status'],
  Tone
>

/** The state of a certificate in its holder's words. */
export function CertificateStatus({ status }: { status: Certificate['status'] }) {
  const t = useTranslations('certificate.status')
  return <Tag tone={tones[status]}>{t(status)}</Tag>
}
