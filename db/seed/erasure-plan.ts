import type { erasurePlan } from '../schema'

type Step = Omit<typeof erasurePlan.$inferInsert, 'position'>

/**
 * What goes when a case or an account is erased, in this order. A row that others lean on stays and is emptied of
 * what its people said or are called; every other row goes whole. A test holds the list to the columns that
 * hold something personal.
 */
const steps: Step[] = [
  { tableName: 'certificate_papers', foundBy: 'certificate_id', emptied: [] },
  { tableName: 'print_codes', foundBy: 'certificate_id', emptied: [] },
  { tableName: 'verifications', foundBy: 'certificate_id', emptied: [] },
  { tableName: 'revocation_hearings', foundBy: 'certificate_id', emptied: ['reason', 'answer', 'note'] },
  { tableName: 'certificates', foundBy: 'application_id', emptied: ['holders'] },
  { tableName: 'attachments', foundBy: 'application_id', emptied: [] },
  { tableName: 'application_parties', foundBy: 'application_id', emptied: [] },
  { tableName: 'commitment_signatures', foundBy: 'application_id', emptied: ['typed_name'] },
  { tableName: 'correction_notices', foundBy: 'application_id', emptied: ['items', 'answer', 'corrections'] },
  {
    tableName: 'rejection_proposals',
    foundBy: 'application_id',
    emptied: ['explanation', 'evidence', 'hearing', 'return_note'],
  },
  { tableName: 'decisions', foundBy: 'application_id', emptied: ['explanation', 'evidence'] },
  { tableName: 'extension_requests', foundBy: 'application_id', emptied: ['reason', 'answer_note'] },
  { tableName: 'deadlines', foundBy: 'application_id', emptied: ['extension_reason'] },
  { tableName: 'complaints', foundBy: 'application_id', emptied: ['text', 'answer'] },
  { tableName: 'supervision_records', foundBy: 'application_id', emptied: ['finding'] },
  { tableName: 'ratings', foundBy: 'application_id', emptied: [] },
  { tableName: 'messages', foundBy: 'application_id', emptied: [] },
  { tableName: 'status_shares', foundBy: 'application_id', emptied: [] },
  { tableName: 'notifications', foundBy: 'application_id', emptied: [] },
  { tableName: 'notifications', foundBy: 'resident_id', emptied: [] },
  { tableName: 'phone_changes', foundBy: 'resident_id', emptied: ['old_phone', 'new_phone'] },
  { tableName: 'openid_links', foundBy: 'resident_id', emptied: [] },
  { tableName: 'sessions', foundBy: 'resident_id', emptied: [] },
  { tableName: 'data_requests', foundBy: 'resident_id', emptied: ['text', 'answer'] },
]

export const seedErasurePlan: (typeof erasurePlan.$inferInsert)[] = steps.map((step, position) => ({
  ...step,
  position,
}))
