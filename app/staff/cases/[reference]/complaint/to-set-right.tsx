import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import type { ComplaintForStaff } from '@/lib/complaints'
import type { StaffViewer } from '@/lib/identity'
import { caseAddress } from '../../../_parts/addresses'

type ToSetRightProps = { found: ComplaintForStaff; viewer: StaffViewer }

/** An upheld complaint against a refusal leads on: the supervisor registers the applicant after all. */
export function ToSetRight({ found: { application, complaints }, viewer }: ToSetRightProps) {
  const t = useTranslations('complaints.staff')
  if (complaints[0]?.outcome !== 'upheld' || application.status !== 'rejected') return null
  const address = caseAddress({ ...application, page: 'set-right' })
  return (
    <Notice tone="warn">
      <p>{t('toSetRight')}</p>
      {viewer.role === 'supervisor' && (
        <ButtonLink href={`${address}?ground=complaint-upheld`}>{t('setRight')}</ButtonLink>
      )}
    </Notice>
  )
}
