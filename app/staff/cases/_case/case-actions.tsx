import { useTranslations } from 'next-intl'
import { Button, type ButtonKind, ButtonLink } from '@/components/button'
import { openStatuses } from '@/lib/applications'
import { type ActionAnswer, allowedActions, type CaseAction, type WhyNotNow } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { factsOf, type StaffCase } from '@/lib/supervision'
import { type CasePage, caseAddress } from '../../_parts/addresses'
import { claim, register, release } from '../[reference]/buttons'

type CaseActionsProps = { found: StaffCase; viewer: StaffViewer }

const pages = {
  'request-correction': 'correction',
  transfer: 'transfer',
  'propose-rejection': 'rejection',
  'answer-proposal': 'proposal',
  extend: 'extension',
  'request-extension': 'extension',
  'set-right': 'set-right',
} as const satisfies Partial<Record<CaseAction, CasePage>>

const posts = { register, claim, release } as const

/** What says nothing to the person before whom the case lies: nobody misses an answer to what was not asked. */
const notWorthSaying: ReadonlySet<WhyNotNow> = new Set([
  'no-proposal',
  'not-held-by-you',
  'held-by-you',
  'not-rejected',
  'may-extend-at-once',
])

/** An officer asks for an extension where a supervisor grants one; the offer that is there says enough. */
function isWorthSaying({ action, why }: { action: CaseAction; why: WhyNotNow }): boolean {
  return !notWorthSaying.has(why) && !(action === 'extend' && why === 'needs-supervisor')
}

/** What can be done now, each a button; what cannot, with the reason. One of them is the page's first. */
export function CaseActions({ found, viewer }: CaseActionsProps) {
  const t = useTranslations('staff')
  const answers = allowedActions({ facts: factsOf(found), viewer, now: found.now })
  const isOpen = openStatuses.some(status => status === found.application.status)
  const open = answers.filter(({ allowed }) => allowed)
  const closed = answers.flatMap(answer => (answer.allowed ? [] : [answer]))
  const told = isOpen ? closed.filter(isWorthSaying) : []
  const first = firstOf(open)
  const inOrder = first ? [first, ...open.filter(answer => answer !== first)] : open
  return (
    <section className="flow-small" aria-label={t('case.actions')}>
      {inOrder.map(answer => (
        <OneAction
          key={answer.action}
          answer={answer}
          kind={answer === first ? 'primary' : kindOf(answer.action)}
          found={found}
        />
      ))}
      {found.proposal && isOpen && (
        <p className="text-small text-ink-soft">{t('case.registerOverProposal')}</p>
      )}
      {!isOpen && <p className="text-small text-ink-soft">{t('case.ended')}</p>}
      {told.length > 0 && (
        <dl className="flow-small text-small">
          {told.map(({ action, why }) => (
            <div key={action}>
              <dt className="inline font-bold">{t('case.cannot', { action: t(`action.${action}`) })}</dt>
              <dd className="inline text-ink-soft">{t(`whyNot.${why}`, { name: found.holder ?? '' })}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** What the page is for: to decide. Where nothing can be decided now, no button stands out. */
function firstOf(open: readonly ActionAnswer[]): ActionAnswer | undefined {
  const deciding: readonly CaseAction[] = ['answer-proposal', 'register', 'set-right']
  return deciding.flatMap(action => open.find(answer => answer.action === action) ?? [])[0]
}

function kindOf(action: CaseAction): ButtonKind {
  if (action === 'propose-rejection') return 'stop'
  return action === 'release' ? 'link' : 'secondary'
}

type OneActionProps = { answer: ActionAnswer; kind: ButtonKind; found: StaffCase }

function OneAction({ answer: { action }, kind, found }: OneActionProps) {
  const t = useTranslations('staff')
  const { reference } = found.application
  const label = action === 'claim' && found.holder ? t('action.takeOver') : t(`action.${action}`)
  if (action === 'register' || action === 'claim' || action === 'release') {
    return (
      <form action={posts[action]}>
        <input type="hidden" name="reference" value={reference} />
        <Button kind={kind} wide>
          {label}
        </Button>
      </form>
    )
  }
  return (
    <p>
      <ButtonLink href={caseAddress({ reference, page: pages[action] })} kind={kind} wide>
        {label}
      </ButtonLink>
    </p>
  )
}
