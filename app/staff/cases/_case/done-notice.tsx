import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { openStatuses } from '@/lib/applications'
import { inGroupsOfFour } from '@/lib/certificates'
import type { StaffViewer } from '@/lib/identity'
import type { StaffCase } from '@/lib/supervision'
import type { DoneInCase } from '../../_parts/addresses'
import { takeNext } from '../../take-next'

type DoneNoticeProps = { done: DoneInCase; found: StaffCase; viewer: StaffViewer }

/** What an action has just done, and the way to the next case; nothing once it is no longer so. */
export function DoneNotice({ done, found, viewer }: DoneNoticeProps) {
  const t = useTranslations('staff')
  if (!isStillSo[done]({ found, viewer })) return null
  const { certificate, notPrintable, application } = found
  const isDecided = !openStatuses.some(status => status === application.status)
  const waits = isDecided && notPrintable.length > 0
  const number = certificate ? inGroupsOfFour(certificate.number) : ''
  return (
    <Notice tone={waits ? 'warn' : 'ok'} announced>
      <p>
        {waits
          ? t('certificate.registeredButWaits', { characters: notPrintable.join(' ') })
          : t(`done.${done}`, { number })}
      </p>
      {done !== 'claimed' && done !== 'taken-next' && (
        <form action={takeNext}>
          <Button wide kind={isDecided ? 'primary' : 'secondary'}>
            {t('takeNext')}
          </Button>
        </form>
      )}
    </Notice>
  )
}

type Question = { found: StaffCase; viewer: StaffViewer }

const isHeldByViewer = ({ found, viewer }: Question) => found.application.claimedById === viewer.staffId
const hasStatus =
  (status: StaffCase['application']['status']) =>
  ({ found }: Question) =>
    found.application.status === status

/** An address can be kept and opened again; it must not say what the case no longer says. */
const isStillSo: Record<DoneInCase, (question: Question) => boolean> = {
  registered: hasStatus('registered'),
  'correction-requested': hasStatus('correction_requested'),
  'rejection-proposed': ({ found }) => found.proposal !== null,
  'rejection-confirmed': hasStatus('rejected'),
  'proposal-returned': ({ found }) => found.proposal === null && found.returned !== null,
  extended: ({ found }) => found.officeClock?.extensionWorkingDays != null,
  'extension-requested': ({ found }) => found.extensionRequest !== null,
  'extension-declined': ({ found }) => found.extensionRequest === null,
  'set-right': hasStatus('registered'),
  claimed: isHeldByViewer,
  'taken-next': isHeldByViewer,
}
