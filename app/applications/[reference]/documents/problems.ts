import type { AttachmentFailure, removeAttachment } from '@/lib/attachments'

type Removal = Extract<Awaited<ReturnType<typeof removeAttachment>>, { ok: false }>['failure']
export type UploadProblem = AttachmentFailure | Removal | 'empty-file' | 'not-our-page'

/** What can go wrong with an upload; each has its sentence in applications.documents.failure. */
const problems: Record<UploadProblem, true> = {
  'case-not-found': true,
  'case-is-not-open': true,
  'time-had-run-out': true,
  'nothing-asked': true,
  'no-file': true,
  'empty-file': true,
  'too-large': true,
  'not-a-picture-or-pdf': true,
  'not-what-its-name-says': true,
  'too-many-files': true,
  'too-many-tries': true,
  'cannot-be-read': true,
  'too-many-pixels': true,
  'too-many-pages': true,
  'pdf-is-locked': true,
  'pdf-does-more': true,
  'takes-too-long': true,
  'not-our-page': true,
  'nothing-to-remove': true,
}

/** Whether a query names something that can go wrong here. */
export function isUploadProblem(word: string | string[] | undefined): word is UploadProblem {
  return typeof word === 'string' && Object.hasOwn(problems, word)
}
