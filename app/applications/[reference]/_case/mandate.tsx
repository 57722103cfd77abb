import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Details } from '@/components/details'
import { Notice } from '@/components/notice'
import { TextField } from '@/components/text-field'
import { type OwnCase, openStatuses } from '@/lib/applications'
import { displayPhone } from '@/lib/identity/rules'
import { askAgain } from '../mandate/ask-principal-again'

type MandateProps = { found: OwnCase; wasAskedAgain: boolean }

/** What a proxy acts on, and whether the applicant has spoken for themselves yet. */
export function Mandate({ found: { application, parties, reader }, wasAskedAgain }: MandateProps) {
  const t = useTranslations('mandate.state')
  const isProxy = reader === 'proxy'
  const applicant = parties.find(({ role }) => role === 'applicant')
  if (application.appliedBy !== 'proxy' || !applicant) return null
  if (applicant.objectedAt) {
    return <Denied isProxy={isProxy} isRegistered={application.status === 'registered'} />
  }
  if (applicant.confirmedAt) {
    return (
      <Notice title={t(isProxy ? 'confirmed' : 'confirmedByYou')} tone="ok">
        <p>{t(isProxy ? 'confirmedForProxy' : 'confirmedText')}</p>
      </Notice>
    )
  }
  const isOpen = openStatuses.some(open => open === application.status)
  if (!isOpen || !isProxy) return null
  return <NotConfirmed application={application} applicant={applicant} wasAskedAgain={wasAskedAgain} />
}

type NotConfirmedProps = Pick<OwnCase, 'application'> & {
  applicant: OwnCase['parties'][number]
  wasAskedAgain: boolean
}

/** How the applicant was asked, and the way to ask once more or on another phone. */
function NotConfirmed({ application, applicant, wasAskedAgain }: NotConfirmedProps) {
  const t = useTranslations('mandate.state')
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

/** A registration is not undone by a word alone; an application is. */
function Denied({ isProxy, isRegistered }: { isProxy: boolean; isRegistered: boolean }) {
  const t = useTranslations('mandate.state')
  const denied = isProxy ? 'denied' : 'deniedByYou'
  return (
    <Notice title={t(denied)} tone="warn">
      <p>{t(isRegistered ? `${denied}RegisteredText` : `${denied}Text`)}</p>
    </Notice>
  )
}
