import { seenDocuments } from '@/db/schema/phone-changes'
import type { IdentityDocumentKind } from '../rules'
import type { SeenDocument } from './ask-at-office'

export { seenDocuments }

/** Whether a text from outside names a document that an officer may have seen. */
export function isSeenDocument(text: string): text is SeenDocument {
  return seenDocuments.some(document => document === text)
}

/** By the rules of which document its number is read: a temporary card and a register carry the ID number. */
export function documentOfSeen(seen: SeenDocument): IdentityDocumentKind {
  return seen === 'temporary-id-card' || seen === 'household-register' ? 'resident-id-card' : seen
}
