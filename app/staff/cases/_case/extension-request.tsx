import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import type { StaffCase } from '@/lib/supervision'

/** An officer has asked for more time; a supervisor grants or declines it. */
export function ExtensionRequest({ found: { extensionRequest, application, now } }: { found: StaffCase }) {
  const t = useTranslations('staff.extensionRequest')
  if (!extensionRequest || application.status !== 'accepted') return null
  const { requestedBy, requestedAt, workingDays, reason } = extensionRequest
  return (
    <Notice title={t('title', { count: workingDays })} tone="warn">
      <p className="text-small">
        {t.rich('requested', {
          name: requestedBy ?? '',
          when: () => <Moment instant={requestedAt} now={now} />,
        })}
      </p>
      <p className="whitespace-pre-line">{reason}</p>
    </Notice>
  )
}
