import { useTranslations } from 'next-intl'
import { CommitmentText } from '@/components/commitment-text'
import { Details } from '@/components/details'
import { CivilDate, Moment } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import type { OwnCase } from '@/lib/applications'
import { isIdentityDocumentKind, maskIdNumber } from '@/lib/identity'

/** What was declared, by whom, when, and under which text: each fact with what stands behind it. */
export function DeclaredFacts({ found }: { found: OwnCase }) {
  const t = useTranslations('applications.declared')
  const { notice, reader } = found
  const isPrincipal = reader === 'principal'
  return (
    <section className="flow-small">
      <h2>{t(isPrincipal ? 'titleForPrincipal' : 'title')}</h2>
      <SummaryList rows={useRows(found)} />
      {found.application.assistedById && <p>{t(isPrincipal ? 'assistedForPrincipal' : 'assisted')}</p>}
      <Signature found={found} />
      {notice?.corrections && notice.corrections.length > 0 && (
        <p>{t('corrected', { count: notice.corrections.length })}</p>
      )}
    </section>
  )
}

function useRows({ application, parties }: OwnCase) {
  const t = useTranslations('applications.declared')
  const tValue = useTranslations('applications.value')
  const sayPerson = useSayPerson()
  const { addressBasis, address, stage, childBirthDate, birthCertificateNumber, proxyRelation } = application
  const [applicant, other, proxy] = (['applicant', 'other_parent', 'proxy'] as const).map(role =>
    parties.find(party => party.role === role),
  )
  return [
    applicant && { term: t('applicant'), value: sayPerson(applicant) },
    other && { term: t('otherParent'), value: sayPerson(other) },
    proxy &&
      proxyRelation && {
        term: t('proxy'),
        value: t('proxyPerson', { name: proxy.name, relation: t(`proxyRelation.${proxyRelation}`) }),
      },
    addressBasis && {
      term: t('address'),
      value: t('basisAndDetail', { basis: tValue(addressBasis), detail: address ?? '' }),
    },
    stage && { term: t('stage'), value: tValue(stage) },
    childBirthDate && { term: t('childBirthDate'), value: <CivilDate date={childBirthDate} /> },
    birthCertificateNumber && { term: t('birthCertificate'), value: birthCertificateNumber },
  ].filter(row => row !== undefined && row !== null && row !== '')
}

function useSayPerson() {
  const t = useTranslations('applications.declared')
  const tKind = useTranslations('apply.person.kind')
  return ({ name, documentKind, documentNumber }: OwnCase['parties'][number]): string => {
    const kind = documentKind && isIdentityDocumentKind(documentKind) ? documentKind : 'resident-id-card'
    return t('person', {
      name,
      kind: tKind(kind),
      number: maskIdNumber(documentNumber ?? ''),
    })
  }
}

function Signature({ found: { signature, now } }: { found: OwnCase }) {
  const t = useTranslations('applications.declared')
  if (!signature) return null
  const { typedName, signedAt, version, way } = signature.signature
  const { consentWithdrawnAt } = signature
  return (
    <>
      <p className="breakable text-small">
        {t.rich(way === 'check' ? 'asked' : 'signed', {
          name: typedName,
          version,
          when: () => <Moment instant={signedAt} now={now} byName={false} />,
        })}
        <span className="block">
          {consentWithdrawnAt
            ? t.rich('consentTakenBack', { when: () => <Moment instant={consentWithdrawnAt} now={now} /> })
            : t('consented')}
        </span>
      </p>
      <Details summary={t('commitment', { version })}>
        <CommitmentText commitment={signature.commitment} />
      </Details>
    </>
  )
}
