import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Details } from '@/components/details'
import { Notice } from '@/components/notice'
import { TextField } from '@/components/text-field'
import { type OwnCase, openStatuses } from '@/lib/applications'
import { displayPhone } from '@/lib/identity/rules'
import { askAgain } from '../mandate/ask-principal-again'

type MandateProps = { found: OwnCase; isProxy: boolean; wasAskedAgain: boolean }

/** What a proxy acts on, and whether the applicant has spoken for themselves yet. */
export function Mandate({ found: { application, parties }, isProxy, wasAskedAgain }: MandateProps) {
  const t = useTranslations('mandate.state')
  const applicant = parties.find(({ role }) => role === 'applicant')
  if (application.appliedBy !== 'proxy' || !applicant) return null
  if (applicant.objectedAt) {
    return (
      <Notice title={t('denied')} tone="warn">
        <p>{t('deniedText')}</p>
      </Notice>
    )
  }
  if (applicant.confirmedAt) {
    return (
      <Notice title={t('confirmed')} tone="ok">
        <p>{t(isProxy ? 'confirmedForProxy' : 'confirmedText')}</p>
      </Notice>
    )
  }
  const isOpen = openStatuses.some(open => open === application.status)
  if (!isOpen || !isProxy) return null
  const phone = applicant.phone ? displayPhone(applicant.phone) : ''
  const title = application.mandate !== 'own-phone' ? 'written' : phone ? 'waiting' : 'noPhone'
  return (
    <Notice title={t(title)}>
      <p>{t(`${title}Text`, { phone })}</p>
      {wasAskedAgain && <p role="status">{t('sentAgain')}</p>}
      <Details summary={t(phone ? 'again' : 'ask')}>
        <ActionForm action={askAgain}>
          <input type="hidden" name="reference" value={application.reference} />
          <TextField
            name="principalPhone"
            label={t('phone')}
            type="tel"
            inputMode="tel"
            defaultValue={phone}
          />
          <Button kind="secondary">{t('send')}</Button>
        </ActionForm>
      </Details>
    </Notice>
  )
}
