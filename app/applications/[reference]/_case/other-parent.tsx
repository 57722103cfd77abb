import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { type OwnCase, openStatuses } from '@/lib/applications'
import { askAgain } from '../ask-again'

type Text = 'waitingText' | 'confirmedText' | 'confirmedLateText' | 'confirmedPrintedText' | 'objectedText'

/** Whether the other parent has spoken for themselves yet, and what follows for the certificate. */
export function OtherParent({ found, wasAskedAgain }: { found: OwnCase; wasAskedAgain: boolean }) {
  const t = useTranslations('applications.otherParent')
  const sayText = (text: Text) => t(found.reader === 'proxy' ? `forProxy.${text}` : text)
  const other = found.parties.find(({ role }) => role === 'other_parent')
  const { status, reference } = found.application
  const isOpen = openStatuses.some(open => open === status)
  if (!other || !(isOpen || status === 'registered')) return null
  if (other.objectedAt) {
    return (
      <Notice title={t('objected')} tone="warn">
        <p>{sayText('objectedText')}</p>
      </Notice>
    )
  }
  if (other.confirmedAt) {
    return (
      <Notice title={t('confirmed')} tone="ok">
        <p>{sayText(whatConfirmationDoes({ found, confirmedAt: other.confirmedAt }))}</p>
      </Notice>
    )
  }
  return (
    <Notice title={t('waiting')}>
      <p>{sayText('waitingText')}</p>
      {wasAskedAgain && <p role="status">{t('sentAgain')}</p>}
      {isOpen && (
        <ActionForm action={askAgain}>
          <input type="hidden" name="reference" value={reference} />
          <Button kind="secondary">{t('again')}</Button>
        </ActionForm>
      )}
    </Notice>
  )
}

/** A certificate is frozen at issue: a confirmation that came later is for the next one. */
function whatConfirmationDoes({ found, confirmedAt }: { found: OwnCase; confirmedAt: Date }): Text {
  const [newest] = found.certificates
  if (!newest) return 'confirmedText'
  return confirmedAt > newest.issuedAt ? 'confirmedLateText' : 'confirmedPrintedText'
}
