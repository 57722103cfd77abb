import { useLocale, useTranslations } from 'next-intl'
import { reasonInLanguage } from '@/app/_case/reason-in-language'
import { Remedies } from '@/app/_case/remedies'
import { ActionForm } from '@/components/action-form'
import { Button, ButtonLink } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { SummaryList } from '@/components/summary-list'
import type { OwnCase } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'
import { applyAgain } from '../apply-again'

/** How a case ended, and what can be done next. */
export function Outcome({ found }: { found: OwnCase }) {
  switch (found.application.status) {
    case 'registered':
      return <Registered found={found} />
    case 'rejected':
      return <Rejected found={found} />
    case 'withdrawn':
    case 'closed':
      return <Ended status={found.application.status} reference={found.application.reference} />
    default:
      return null
  }
}

/** Whether what the case led to holds no more. */
export function isRevoked({ certificates: [newest] }: OwnCase): boolean {
  return newest?.status === 'revoked'
}

function Registered({ found }: { found: OwnCase }) {
  const t = useTranslations('applications.outcome')
  const [newest] = found.certificates
  return (
    <>
      {isHearingOpen(found) && (
        <Notice title={t('hearing')} tone="warn">
          <p>{t('hearingText')}</p>
        </Notice>
      )}
      <Notice
        title={isRevoked(found) ? t('revoked') : t('registered')}
        tone={isRevoked(found) ? 'stop' : 'ok'}
      >
        {found.decision?.decision.basis === 'deemed-by-lapse' && (
          <p>{t(found.signature?.signature.way === 'check' ? 'byLapseUnchecked' : 'byLapse')}</p>
        )}
        <p>{t(whatOfCertificate(newest))}</p>
        {newest && <ButtonLink href={`/certificates/${newest.number}`}>{t('seeCertificate')}</ButtonLink>}
      </Notice>
    </>
  )
}

function whatOfCertificate(newest: OwnCase['certificates'][number] | undefined) {
  if (!newest) return 'waitsForGlyphs'
  return newest.status === 'revoked' ? 'revokedText' : 'registeredText'
}

/** The office means to revoke the certificate and waits for its holder's word. */
function isHearingOpen({ events }: OwnCase): boolean {
  const steps = ['hearing-opened', 'hearing-answered', 'hearing-dropped', 'certificate-revoked']
  const last = events.findLast(({ event }) => steps.includes(event.name))
  return last?.event.name === 'hearing-opened'
}

/** The decision with its published reason, the words of the office, the next step and the remedies. */
function Rejected({ found: { application, decision, now } }: { found: OwnCase }) {
  const t = useTranslations('applications.outcome')
  const tComplaints = useTranslations('complaints.resident')
  const locale = useLocale()
  if (!decision?.reason) return null
  const { title, refuses, nextStep, law } = reasonInLanguage({ reason: decision.reason, locale })
  const { explanation, evidence, remedies, decidedAt } = decision.decision
  return (
    <section className="flow-small">
      <h2>{t('rejected')}</h2>
      <SummaryList
        rows={[
          { term: t('reason'), value: <strong>{title}</strong> },
          { term: t('refuses'), value: refuses },
          { term: t('explanation'), value: <span className="whitespace-pre-line">{explanation}</span> },
          evidence && { term: t('evidence'), value: <span className="whitespace-pre-line">{evidence}</span> },
          { term: t('nextStep'), value: nextStep },
          { term: t('law'), value: law },
          {
            term: t('remedies'),
            value: (
              <>
                <Remedies text={remedies ?? ''} />{' '}
                <a href={applicationAddress({ ...application, page: 'complaint' })} className="link-target">
                  {tComplaints('complainHere')}
                </a>
              </>
            ),
          },
          {
            term: t('decidedBy'),
            value: t.rich('decidedByPeople', {
              first: decision.decidedBy ?? '',
              second: decision.confirmedBy ?? '',
              when: () => <Moment instant={decidedAt} now={now} byName={false} />,
            }),
          },
        ].filter(row => row !== null && row !== '')}
      />
      <ApplyAgain reference={application.reference} />
    </section>
  )
}

function Ended({ status, reference }: { status: 'withdrawn' | 'closed'; reference: string }) {
  const t = useTranslations('applications.outcome')
  return (
    <Notice title={t(status)}>
      <p>{status === 'withdrawn' ? t('withdrawnText') : t('closedText')}</p>
      <ApplyAgain reference={reference} />
    </Notice>
  )
}

function ApplyAgain({ reference }: { reference: string }) {
  const t = useTranslations('applications.outcome')
  return (
    <ActionForm action={applyAgain}>
      <input type="hidden" name="reference" value={reference} />
      <Button>{t('again')}</Button>
    </ActionForm>
  )
}
