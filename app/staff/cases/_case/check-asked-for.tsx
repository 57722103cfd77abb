import { useTranslations } from 'next-intl'
import { Notice } from '@/components/notice'
import { openStatuses } from '@/lib/applications'
import type { StaffCase } from '@/lib/supervision'

/** The applicant did not promise: what the office does instead, and what it may not ask for (国办发〔2020〕42号). */
export function CheckAskedFor({ found: { application, signature } }: { found: StaffCase }) {
  const t = useTranslations('staff.case')
  const isOpen = openStatuses.some(status => status === application.status)
  if (!isOpen || signature?.signature.way !== 'check') return null
  return (
    <Notice title={t('checkTitle')}>
      <p>{t('checkText')}</p>
    </Notice>
  )
}
