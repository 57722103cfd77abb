import { useTranslations } from 'next-intl'
import { Notice } from '@/components/notice'
import { CLAIM_LASTS_MINUTES } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import type { StaffCase } from '@/lib/supervision'
import { reassignAddress } from '../../_parts/addresses'

/** Who has the case open: a soft claim, so that two do not work on one case unseen. */
export function Holder({ found, viewer }: { found: StaffCase; viewer: StaffViewer }) {
  const t = useTranslations('staff.case')
  const { holder, application } = found
  const isOwn = holder !== null && application.claimedById === viewer.staffId
  const own = t('heldByYou', { minutes: CLAIM_LASTS_MINUTES })
  return (
    <div className="flow-small text-small text-ink-soft">
      {holder && !isOwn ? (
        <Notice tone="warn">
          <p>{t('heldBy', { name: holder })}</p>
        </Notice>
      ) : (
        <p>{isOwn ? own : t('free')}</p>
      )}
      {viewer.role === 'supervisor' && (
        <p>
          <a href={reassignAddress(application)}>{t('reassign')}</a>
        </p>
      )}
    </div>
  )
}
