import { serviceNow } from '@/lib/platform/database'
import type { Failed } from '@/lib/platform/result'
import { service } from '../../_service'

/** For how many minutes, at least one, nobody may try again. */
export async function minutesOfPause({ details }: Pick<Failed<string>, 'details'>): Promise<number> {
  const { until, retryAfterSeconds } = details
  const now = await serviceNow(service().db)
  const seconds =
    until instanceof Date ? (until.getTime() - now.getTime()) / 1_000 : Number(retryAfterSeconds ?? 0)
  return Math.max(1, Math.ceil(seconds / 60))
}
