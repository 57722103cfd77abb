import type { StaffViewer } from '@/lib/identity'

/** Whoever works at a counter helps there: officers and supervisors, each for their own offices. */
export function mayAssist({ role, officeCodes }: Pick<StaffViewer, 'role' | 'officeCodes'>): boolean {
  return (role === 'officer' || role === 'supervisor') && officeCodes.length > 0
}
