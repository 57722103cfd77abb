import type { StaffViewer } from '@/lib/identity'

/** The supervision of offices is for their supervisors and the county; each sees the offices given to them. */
export function maySupervise({ viewer }: { viewer: Pick<StaffViewer, 'role'> }): boolean {
  return viewer.role === 'supervisor' || viewer.role === 'county'
}

/** A lapse is the office's; only the county, who stands outside it, closes the record with a finding. */
export function mayCloseRecords({ viewer }: { viewer: Pick<StaffViewer, 'role'> }): boolean {
  return viewer.role === 'county'
}
