import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { Moment } from '@/components/moment'
import { type Draft, type FormContext, firstUnanswered, readAnswer } from '@/lib/applications'
import { maskName } from '@/lib/identity'
import { remove } from '../start'
import { applyAddress } from './addresses'

type DraftListProps = { drafts: Draft[]; context: FormContext; now: Date }

/** What was begun and not sent, the last one first: for whom, when it was saved, and what comes next. */
export function DraftList({ drafts, context, now }: DraftListProps) {
  const t = useTranslations('apply.start.drafts')
  if (drafts.length === 0) return null
  return (
    <section className="flow">
      <h2>{t('title')}</h2>
      <ul className="flow">
        {drafts.map((draft, index) => (
          <li key={draft.id}>
            <DraftPanel draft={draft} context={context} now={now} isFirst={index === 0} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type DraftPanelProps = { draft: Draft; context: FormContext; now: Date; isFirst: boolean }

function DraftPanel({ draft, context, now, isFirst }: DraftPanelProps) {
  const t = useTranslations('apply')
  const { id: draftId, answers } = draft
  const applicant = readAnswer({ name: 'applicant', answers, context })
  const name = applicant.ok ? maskName(applicant.value.name) : null
  const step = firstUnanswered({ answers, context }) ?? 'check'
  return (
    <div className="flow-small rounded-panel border border-line px-5 py-4">
      <h3>{name ? t('start.drafts.for', { name }) : t('start.drafts.forNobody')}</h3>
      <p className="text-small text-ink-soft">
        {t('start.drafts.saved')} <Moment instant={draft.savedAt} now={now} />
        <br />
        {t('start.drafts.next', { step: t(`stepName.${step}`) })}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <ButtonLink href={applyAddress({ draftId })} kind={isFirst ? 'primary' : 'secondary'}>
          {t('start.drafts.continue')}
        </ButtonLink>
        <form action={remove}>
          <input type="hidden" name="draft" value={draftId} />
          <Button
            kind="link"
            aria-label={t('start.drafts.removeFor', { name: name ?? t('start.drafts.forNobody') })}
          >
            {t('start.drafts.remove')}
          </Button>
        </form>
      </div>
    </div>
  )
}
