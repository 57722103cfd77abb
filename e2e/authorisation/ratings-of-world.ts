import { registerApplication } from '@/lib/decisions'
import type { ResidentViewer, StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { rateCase } from '@/lib/ratings'

type Decided = { accepted: () => Promise<string>; resident: ResidentViewer; officer: StaffViewer }

/** A decided case that may be rated, and one that was rated low and waits for an answer. */
export async function ratingsOfWorld(
  db: Database,
  { accepted, resident, officer }: Decided,
): Promise<{ toRate: string; rated: string }> {
  const [toRate, rated] = [await accepted(), await accepted()]
  for (const reference of [toRate, rated]) {
    const registered = await registerApplication({ reference, viewer: officer }, { db })
    if (!registered.ok) throw new Error(`not registered: ${registered.failure}`)
  }
  const given = await rateCase({ reference: rated, viewer: resident, step: 1, words: '等了很久。' }, { db })
  if (!given.ok) throw new Error(`not rated: ${given.failure}`)
  return { toRate, rated }
}
