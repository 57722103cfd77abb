import { type Database, serviceNow } from '@/lib/platform/database'
import { limitInForce, type TimeLimit, type TimeLimitKind } from './limit-in-force'
import { shanghaiDayOf } from './rules'

const publishedKinds = [
  'office-must-decide',
  'statutory-decision',
  'correction-notice',
  'applicant-must-answer',
  'extension',
  'complaint-answer',
] as const satisfies TimeLimitKind[]

type PublishedLimit = TimeLimit & { kind: (typeof publishedKinds)[number] }

/** The limits that a guide must publish, each with its law, for somebody who applies today. */
export async function publishedLimits({ db }: { db: Database }): Promise<PublishedLimit[]> {
  const on = shanghaiDayOf(await serviceNow(db))
  return Promise.all(publishedKinds.map(async kind => ({ ...(await limitInForce(db, { kind, on })), kind })))
}
