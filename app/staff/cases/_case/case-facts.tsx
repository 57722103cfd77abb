import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { CommitmentText } from '@/components/commitment-text'
import { Details } from '@/components/details'
import { CivilDate, Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { SummaryList, type SummaryRow } from '@/components/summary-list'
import { openStatuses } from '@/lib/applications'
import { displayPhone, isIdentityDocumentKind, maskIdNumber } from '@/lib/identity/rules'
import type { StaffCase } from '@/lib/supervision'
import { reveal } from '../[reference]/reveal'
import { RevealedNumbers } from './revealed-numbers'

type Party = StaffCase['parties'][number]

/** What was declared and promised: everything that a decision can be about. */
export function CaseFacts({ found }: { found: StaffCase }) {
  const t = useTranslations('staff.facts')
  const { application, parties } = found
  const party = (role: Party['role']) => parties.find(one => one.role === role)
  const [applicant, other, proxy] = [party('applicant'), party('other_parent'), party('proxy')]
  const rows: (SummaryRow | null)[] = [
    applicant ? { term: t('applicant'), value: <Person party={applicant} /> } : null,
    other
      ? { term: t('otherParent'), value: <Person party={other} />, note: <OtherParentsWord party={other} /> }
      : { term: t('otherParent'), value: t('noOtherParent') },
    proxy && application.proxyRelation
      ? {
          term: t('proxy'),
          value: t('proxyIs', { name: proxy.name, relation: t(`relation.${application.proxyRelation}`) }),
          note: <MandateOf found={found} />,
        }
      : null,
    found.assistedBy ? { term: t('typedBy'), value: t('assisted', { name: found.assistedBy }) } : null,
    application.contactPhone ? { term: t('phone'), value: displayPhone(application.contactPhone) } : null,
    { term: t('place'), value: <Place found={found} /> },
    { term: t('stage'), value: <Stage found={found} /> },
    { term: t('commitment'), value: <Commitment found={found} /> },
  ]
  return (
    <section className="flow-small">
      <h2 className="sr-only">{t('title')}</h2>
      <SummaryList rows={rows.filter(row => row !== null)} />
      {openStatuses.some(status => status === application.status) && <RevealForm found={found} />}
    </section>
  )
}

function Person({ party: { name, documentKind, documentNumber } }: { party: Party }) {
  const t = useTranslations('staff')
  const kind = documentKind && isIdentityDocumentKind(documentKind) ? t(`document.${documentKind}`) : ''
  return <>{t('facts.person', { name, kind, number: maskIdNumber(documentNumber ?? '') })}</>
}

/** The other parent speaks for themselves: only a confirmed name is printed (DESIGN §6). */
function OtherParentsWord({ party }: { party: Party }) {
  const t = useTranslations('staff.facts')
  if (party.confirmedAt) return <>{t('confirmed')}</>
  return <>{party.objectedAt ? t('objected') : t('unconfirmed')}</>
}

/** What the proxy acts on; a case without the applicant's word is decided all the same (DESIGN §3). */
function MandateOf({ found: { application, parties } }: { found: StaffCase }) {
  const t = useTranslations('staff.facts')
  const applicant = parties.find(({ role }) => role === 'applicant')
  if (applicant?.confirmedAt) return <>{t('mandateConfirmed')}</>
  if (applicant?.objectedAt) return <>{t('mandateDenied')}</>
  return <>{t(application.mandate === 'written' ? 'mandateWritten' : 'mandateWaits')}</>
}

function Place({ found: { application, office } }: { found: StaffCase }) {
  const t = useTranslations('staff.facts')
  const locale = useLocale()
  const place = officeName({ office, locale })
  const address = application.address ?? ''
  return <>{t(application.addressBasis === 'household' ? 'household' : 'residence', { place, address })}</>
}

function Stage({ found: { application, now } }: { found: StaffCase }) {
  const t = useTranslations('staff.facts')
  if (application.stage !== 'born' || !application.childBirthDate) return <>{t('expecting')}</>
  const date = application.childBirthDate
  const number = application.birthCertificateNumber
  return (
    <>
      {t.rich('born', { date: () => <CivilDate date={date} now={now} byName={false} /> })}
      {number && <span className="block">{t('birthCertificate', { number })}</span>}
    </>
  )
}

function Commitment({ found: { signature: signed, now } }: { found: StaffCase }) {
  const t = useTranslations('staff.facts')
  if (!signed) return <>{t('unsigned')}</>
  const { signature, commitment } = signed
  return (
    <>
      {t.rich(signature.way === 'check' ? 'asked' : 'signed', {
        version: signature.version,
        name: signature.typedName,
        when: () => <Moment instant={signature.signedAt} now={now} byName={false} />,
      })}
      <Details summary={t('readCommitment')}>
        <CommitmentText commitment={commitment} />
      </Details>
    </>
  )
}

function RevealForm({ found: { application, parties } }: { found: StaffCase }) {
  const t = useTranslations('staff.reveal')
  const facts = useTranslations('staff.facts')
  const people = parties
    .filter(({ documentNumber }) => documentNumber !== null)
    .map(({ role }) => ({ role, label: facts(role === 'applicant' ? 'applicant' : 'otherParent') }))
  return (
    <ActionForm action={reveal}>
      <input type="hidden" name="reference" value={application.reference} />
      <RevealedNumbers people={people}>
        <div className="flex flex-wrap items-center gap-x-4">
          <Button kind="link">{t('go')}</Button>
          <span className="text-small text-ink-soft">{t('logged')}</span>
        </div>
      </RevealedNumbers>
    </ActionForm>
  )
}
