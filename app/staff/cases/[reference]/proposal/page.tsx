import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Remedies } from '@/app/_case/remedies'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { TextArea } from '@/components/text-area'
import { remediesText } from '@/lib/decisions'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'
import { ProposalText } from '../../_case/proposed-rejection'
import { answerProposal } from './answer-proposal'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.proposal')
  return { title: t('title') }
}

/** What a supervisor wants here: to judge a proposed refusal while there is time, and confirm or return it. */
export default async function ProposalPage({ params }: PageProps<'/staff/cases/[reference]/proposal'>) {
  const opened = await openCase({
    typed: (await params).reference,
    page: 'proposal',
    action: 'answer-proposal',
  })
  if ('refusal' in opened) return opened.refusal
  const { found, reference } = opened
  const t = await getTranslations('staff.proposal')
  const { proposal, proposedBy, now } = found
  if (!proposal) throw new Error('a proposal that may be answered is there')
  const lead = t.rich('lead', {
    name: proposedBy ?? '',
    when: () => <Moment instant={proposal.proposal.proposedAt} now={now} />,
  })
  return (
    <ActionPage opened={opened} title={t('title')} lead={lead}>
      <ProposalText {...proposal} />
      <p className="max-w-read text-small text-ink-soft">
        {t.rich('remedies', { text: () => <Remedies text={remediesText} /> })}
      </p>
      <KeptForm action={answerProposal} keeps="answer-proposal" page={opened.path}>
        <input type="hidden" name="reference" value={reference} />
        <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={3} />
        <div className="flex flex-wrap gap-3">
          <Button name="answer" value="confirm">
            {t('confirm')}
          </Button>
          <Button kind="secondary" name="answer" value="return">
            {t('return')}
          </Button>
        </div>
      </KeptForm>
    </ActionPage>
  )
}
