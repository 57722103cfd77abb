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
      return <Ended found={found} status={found.application.status} />
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
  const isProxy = found.reader === 'proxy'
  return (
    <>
      {isHearingOpen(found) && (
        <Notice title={t(isProxy ? 'forProxy.hearing' : 'hearing')} tone="warn">
          <p>{t('hearingText')}</p>
        </Notice>
      )}
      <Notice
        title={t(isRevoked(found) ? 'revoked' : isProxy ? 'forProxy.registered' : 'registered')}
        tone={isRevoked(found) ? 'stop' : 'ok'}
      >
        {found.decision?.decision.basis === 'deemed-by-lapse' && <p>{t(whyByLapse(found))}</p>}
        <p>
          {t(newest ? whatOfCertificate(newest) : isProxy ? 'forProxy.waitsForGlyphs' : 'waitsForGlyphs')}
        </p>
        {newest && <ButtonLink href={`/certificates/${newest.number}`}>{t('seeCertificate')}</ButtonLink>}
      </Notice>
    </>
  )
}

/** On whose declaration the clock registered, if anybody promised. */
function whyByLapse({ signature, reader }: OwnCase) {
  if (signature?.signature.way === 'check') return 'byLapseUnchecked'
  if (reader === 'applicant') return 'byLapse'
  return reader === 'proxy' ? 'forProxy.byLapse' : 'byLapseForPrincipal'
}

function whatOfCertificate(newest: OwnCase['certificates'][number]) {
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

function Ended({ found, status }: { found: OwnCase; status: 'withdrawn' | 'closed' }) {
  const t = useTranslations('applications.outcome')
  const tStory = useTranslations('applications.story')
  const { reference } = found.application
  const end = endOf(found)
  if (end?.name === 'end-without-mandate') return <EndedWithoutMandate reader={found.reader} />
  const by = status === 'withdrawn' && end?.by && end.by !== 'you' ? end.by : null
  return (
    <Notice title={by ? t('withdrawnBy', { who: tStory(`who.${by}`) }) : t(status)}>
      <p>{status === 'withdrawn' ? t('withdrawnText') : t('closedText')}</p>
      <ApplyAgain reference={reference} />
    </Notice>
  )
}

/** The withdrawal of a case, or what a denied mandate did to it. */
function endOf({ story }: OwnCase) {
  return story
    .filter(entry => entry.kind === 'done')
    .find(({ name }) => name === 'withdraw' || name === 'end-without-mandate')
}

/** Nobody wished to withdraw: there was no mandate. Only the person concerned is led to a new application. */
function EndedWithoutMandate({ reader }: { reader: OwnCase['reader'] }) {
  const t = useTranslations('applications.outcome.denied')
  const who = reader === 'proxy' ? 'proxy' : 'principal'
  return (
    <Notice title={t(`${who}.title`)}>
      <p>{t(`${who}.text`)}</p>
      {who === 'principal' && <ButtonLink href="/apply">{t('principal.apply')}</ButtonLink>}
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
