import { useLocale, useTranslations } from 'next-intl'
import { CivilDate, Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { SummaryList, type SummaryRow } from '@/components/summary-list'
import type { OwnCase } from '@/lib/applications'
import { type Deadline, shanghaiDayOf } from '@/lib/deadlines'
import { maskName } from '@/lib/identity'

/** What the receipt says: always with the year, since a paper is read later. */
export function ReceiptFacts({ own, clock }: { own: OwnCase; clock: Deadline }) {
  const t = useTranslations('apply.receipt')
  const locale = useLocale()
  const { application, office, parties, signature } = own
  const nameOf = (role: (typeof parties)[number]['role']) => parties.find(party => party.role === role)?.name
  const [applicant, proxy] = [nameOf('applicant'), nameOf('proxy')]
  const countsLater = clock.startsOn !== shanghaiDayOf(application.acceptedAt)
  const rows: SummaryRow[] = [
    { term: t('reference'), value: <strong>{application.reference}</strong> },
    { term: t('acceptedAt'), value: <Moment instant={application.acceptedAt} /> },
    ...(countsLater
      ? [
          {
            term: t('countsFrom'),
            value: (
              <>
                <CivilDate date={clock.startsOn} />
                <span className="block text-small text-ink-soft">{t('countsFromWhy')}</span>
              </>
            ),
          },
        ]
      : []),
    { term: t('applicant'), value: maskName(applicant ?? '') },
    ...(proxy ? [{ term: t('proxy'), value: maskName(proxy) }] : []),
    { term: t('office'), value: officeName({ office, locale }) },
    { term: t('phone'), value: office.phone },
    ...(clock.statutoryDueAt
      ? [{ term: t('statutory'), value: <Moment instant={clock.statutoryDueAt} /> }]
      : []),
    ...(signature
      ? [
          {
            term: t('commitment'),
            value: (
              <>
                {t(signature.signature.way === 'check' ? 'versionChecked' : 'version', {
                  version: signature.signature.version,
                })}{' '}
                <Moment instant={signature.signature.signedAt} />
              </>
            ),
          },
        ]
      : []),
  ]
  return <SummaryList rows={rows} />
}
