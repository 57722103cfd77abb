import { mayAudit, type StaffViewer } from '@/lib/identity'

/** From the request to the taking: whoever allows it remembers what for. */
export const EXPORT_OPEN_HOURS = 24

export type ExportState = 'waits' | 'allowed' | 'declined' | 'taken' | 'expired'

/** Where an export stands at a moment; what was not taken in its time cannot be taken any more. */
export function stateOfExport(
  {
    outcome,
    takenAt,
    expiresAt,
  }: { outcome: 'allowed' | 'declined' | null; takenAt: Date | null; expiresAt: Date },
  { now }: { now: Date },
): ExportState {
  if (takenAt) return 'taken'
  if (outcome === 'declined') return 'declined'
  if (now > expiresAt) return 'expired'
  return outcome ?? 'waits'
}

/** Four eyes: another auditor, or the county, which stands outside the auditors' room. */
export function mayAllowExport({
  viewer,
  requestedById,
}: {
  viewer: StaffViewer
  requestedById: string
}): boolean {
  return maySeeExports({ viewer }) && viewer.staffId !== requestedById
}

/** Exports are seen by those who ask for them and those who may allow them. */
export function maySeeExports({ viewer }: { viewer: StaffViewer }): boolean {
  return mayAudit({ viewer }) || viewer.role === 'county'
}
