import { getLocale, getTranslations } from 'next-intl/server'
import { sayMoment } from '@/components/say-moment'
import type { claimCase, releaseCase, requestCorrection, transferApplication } from '@/lib/applications'
import type { declineExtension, extendDeadline, requestExtension } from '@/lib/deadlines'
import {
  type confirmRejection,
  type proposeRejection,
  type registerApplication,
  type returnProposal,
  SHORTEST_EXPLANATION,
  type setRejectionRight,
} from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import type { Failed } from '@/lib/platform/result'
import { type Ending, findEnding, type revealIdNumbers } from '@/lib/supervision'
import { service } from '../../_service'

type Command =
  | typeof claimCase
  | typeof releaseCase
  | typeof requestCorrection
  | typeof transferApplication
  | typeof extendDeadline
  | typeof requestExtension
  | typeof declineExtension
  | typeof confirmRejection
  | typeof proposeRejection
  | typeof registerApplication
  | typeof returnProposal
  | typeof setRejectionRight
  | typeof revealIdNumbers

/** Everything that can go wrong with a command on a case; one without words in staff.failure does not compile. */
export type CaseFailureWord = Extract<Awaited<ReturnType<Command>>, { ok: false }>['failure']

export type FailedCommand = Pick<Failed<CaseFailureWord>, 'failure' | 'details'>

/**
 * What went wrong, in a sentence. Whoever came a moment too late is told who was faster, when, and with what:
 * 陈晓已于 10:32 登记了这件申请。
 */
export async function sayFailure({
  failed: { failure, details },
  reference,
  viewer,
}: {
  failed: FailedCommand
  reference: string
  viewer: StaffViewer
}): Promise<string> {
  const t = await getTranslations('staff.failure')
  if (mayHaveEnded.has(failure)) {
    const ending = await findEnding({ reference, viewer }, service())
    if (ending) return sayEnding(ending)
  }
  const words = Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  )
  return t(failure, {
    name: '',
    count: SHORTEST_EXPLANATION,
    ...words,
    until: await sayUntil(details.statutoryDueAt),
  })
}

/** Failures behind which somebody else's act may stand. */
const mayHaveEnded: ReadonlySet<CaseFailureWord> = new Set([
  'case-is-not-open',
  'time-had-run-out',
  'not-rejected',
])

async function sayEnding({ event, at, by }: Ending): Promise<string> {
  const [t, when] = await Promise.all([getTranslations('staff.ended'), sayUntil(at)])
  return t(event, { name: by ?? t('somebody'), when })
}

async function sayUntil(instant: unknown): Promise<string> {
  if (!(instant instanceof Date)) return ''
  const [locale, now] = await Promise.all([getLocale(), serviceNow(service().db)])
  return sayMoment({ instant, now, locale })
}
