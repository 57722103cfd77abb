import type { ResidentViewer } from '@/lib/identity'
import { civilDateIn } from '@/lib/platform/civil-date'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { currentCommitment } from '../current-commitment'
import type { FormContext } from '../form/question'
import { publishedOffices } from '../published-offices'

/** What the rules of the form must know beside the answers, as the database has it now. */
export async function formContext(
  db: Queryable,
  { viewer }: { viewer: Pick<ResidentViewer, 'phone'> },
): Promise<FormContext> {
  const today = civilDateIn({ instant: await serviceNow(db) })
  const offices = await publishedOffices(db)
  const { version } = await currentCommitment(db)
  return { today, offices, commitmentVersion: version, residentPhone: viewer.phone }
}
