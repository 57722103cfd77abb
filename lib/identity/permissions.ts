import type { StaffRole, StaffViewer, Viewer } from './sessions'

/** Why somebody may not work on a case; 'yes' if they may. */
export type MayWork = 'yes' | 'not-staff' | 'role' | 'other-office' | 'party-to-the-case'

type CaseOfAnOffice = {
  viewer: Viewer | null
  application: { officeCode: string | null }
  parties: readonly { documentNumberLookup: string | null }[]
}

/**
 * A resident reads their own applications and nobody else's: those that they sent, and those that a proxy sent
 * for them once they have shown who they are. Nobody reads what was erased.
 */
export function mayReadApplication({
  viewer,
  application: { residentId, principalResidentId, erasedAt },
}: {
  viewer: Viewer | null
  application: { residentId: string; principalResidentId: string | null; erasedAt: Date | null }
}): boolean {
  if (viewer?.kind !== 'resident' || erasedAt) return false
  return [residentId, principalResidentId].includes(viewer.residentId)
}

/** Officers and supervisors of the office that has the case work on it, unless they are a party to it. */
export function mayWorkOnCase({ viewer, application, parties }: CaseOfAnOffice): MayWork {
  return mayHandle({ viewer, application, parties, roles: ['officer', 'supervisor'] })
}

/** The second person of a rejection: a supervisor of the office, who did not propose it (DESIGN §5). */
export function mayConfirmRejection({
  viewer,
  application,
  parties,
  proposal,
}: CaseOfAnOffice & { proposal: { proposedById: string } }): MayWork | 'same-person' {
  const answer = mayHandle({ viewer, application, parties, roles: ['supervisor'] })
  if (answer !== 'yes') return answer
  return isStaff(viewer) && viewer.staffId === proposal.proposedById ? 'same-person' : 'yes'
}

/** Supervisors and the county look into the offices given to them: queues, lapses, complaints. */
export function maySuperviseOffice({
  viewer,
  officeCode,
}: {
  viewer: Viewer | null
  officeCode: string
}): boolean {
  if (!isStaff(viewer) || !hasRole({ viewer, roles: ['supervisor', 'county'] })) return false
  return viewer.officeCodes.includes(officeCode)
}

/** Offices, staff, calendar, reasons and limits are the administrator's, who sees no cases. */
export function mayAdministrate({ viewer }: { viewer: Viewer | null }): boolean {
  return hasRole({ viewer, roles: ['administrator'] })
}

/** The audit log is the auditor's, who decides nothing. */
export function mayAudit({ viewer }: { viewer: Viewer | null }): boolean {
  return hasRole({ viewer, roles: ['auditor'] })
}

function isStaff(viewer: Viewer | null): viewer is StaffViewer {
  return viewer?.kind === 'staff'
}

function hasRole({ viewer, roles }: { viewer: Viewer | null; roles: readonly StaffRole[] }): boolean {
  return isStaff(viewer) && roles.includes(viewer.role)
}

function mayHandle({
  viewer,
  application,
  parties,
  roles,
}: CaseOfAnOffice & { roles: readonly StaffRole[] }): MayWork {
  if (!isStaff(viewer)) return 'not-staff'
  if (!hasRole({ viewer, roles })) return 'role'
  if (!application.officeCode || !viewer.officeCodes.includes(application.officeCode)) return 'other-office'
  const own = viewer.idNumberLookup
  const isParty = own !== null && parties.some(party => party.documentNumberLookup === own)
  return isParty ? 'party-to-the-case' : 'yes'
}
