import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { reasonInLanguage } from '@/app/_case/reason-in-language'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { SummaryList } from '@/components/summary-list'
import type { RejectionProposal, RejectionReason } from '@/lib/decisions'
import type { StaffCase } from '@/lib/supervision'

/** A rejection that waits for its second person, or that was returned to be mended or dropped. */
export function ProposedRejection({ found }: { found: StaffCase }) {
  const t = useTranslations('staff.proposalBox')
  const { proposal, proposedBy, returned, now, application } = found
  if (proposal) {
    return (
      <Notice title={t('open')} tone="warn">
        <p className="text-small">
          {t.rich('proposed', {
            name: proposedBy ?? '',
            when: () => <Moment instant={proposal.proposal.proposedAt} now={now} />,
          })}
        </p>
        <ProposalText {...proposal} />
      </Notice>
    )
  }
  if (!returned || application.status !== 'accepted') return null
  const { returnNote, answeredAt } = returned.proposal
  return (
    <Notice title={t('returned')} tone="warn">
      <p className="text-small">
        {t.rich('returnedBy', {
          name: returned.returnedBy ?? '',
          when: () => <Moment instant={answeredAt ?? now} now={now} />,
        })}
      </p>
      <p className="whitespace-pre-line">{returnNote}</p>
    </Notice>
  )
}

type ProposalTextProps = { proposal: RejectionProposal; reason: RejectionReason; children?: ReactNode }

/** What was proposed: reason, explanation, evidence, and what the applicant said when heard. */
export function ProposalText({ proposal, reason }: ProposalTextProps) {
  const t = useTranslations('staff.proposalBox')
  const locale = useLocale()
  const { title, law } = reasonInLanguage({ reason, locale })
  const long = (text: string) => <span className="whitespace-pre-line">{text}</span>
  return (
    <SummaryList
      rows={[
        { term: t('reason'), value: title },
        { term: t('law'), value: law },
        { term: t('explanation'), value: long(proposal.explanation) },
        { term: t('evidence'), value: long(proposal.evidence) },
        ...(proposal.hearing ? [{ term: t('hearing'), value: long(proposal.hearing) }] : []),
      ]}
    />
  )
}
