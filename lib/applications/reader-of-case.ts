import type { ResidentViewer } from '@/lib/identity'
import type { Application } from './make-transition'

/** Who reads a case: an applicant of their own, a proxy, or the person for whom a proxy applied. */
export type ReaderOfCase = 'applicant' | 'proxy' | 'principal'

/** Whose act something is, to whoever reads it: their own, or that of the other of the two. */
export type ActSeenByReader = 'you' | 'proxy' | 'principal'

type Sent = Pick<Application, 'appliedBy' | 'residentId'>

/** As whom a resident reads a case that is theirs to read. */
export function readerOfCase({
  application: { appliedBy, residentId },
  viewer,
}: {
  application: Sent
  viewer: Pick<ResidentViewer, 'residentId'>
}): ReaderOfCase {
  if (appliedBy !== 'proxy') return 'applicant'
  return residentId === viewer.residentId ? 'proxy' : 'principal'
}

/** Whose act an event is to its reader; null where none of the two acted. */
export function whoseAct({
  event: { name, residentId: actor },
  application,
  viewer: { residentId: reader },
}: {
  event: { name: string; residentId: string | null }
  application: Sent
  viewer: Pick<ResidentViewer, 'residentId'>
}): ActSeenByReader | null {
  // The slip of the hand was the proxy's, whoever noticed it.
  const by = name === 'mandate-wrong-phone' ? application.residentId : actor
  if (by === null) return null
  if (by === reader) return 'you'
  return by === application.residentId ? 'proxy' : 'principal'
}
