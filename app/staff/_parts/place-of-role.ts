import type { StaffRole } from '@/lib/identity'

/** Where each role's work is, and where its people arrive after signing in. */
export const placeOfRole: Record<
  StaffRole,
  '/staff' | '/staff/supervision' | '/staff/audit' | '/staff/admin'
> = {
  officer: '/staff',
  supervisor: '/staff',
  county: '/staff/supervision',
  auditor: '/staff/audit',
  administrator: '/staff/admin',
}

/** The places that a role's header leads to, in the order of the day's work. */
export const placesOfRole: Record<
  StaffRole,
  readonly ('queue' | 'assist' | 'print' | 'residents' | 'supervision' | 'audit' | 'admin')[]
> = {
  officer: ['queue', 'assist', 'print', 'residents'],
  supervisor: ['queue', 'assist', 'print', 'residents', 'supervision'],
  county: ['supervision'],
  auditor: ['audit'],
  administrator: ['admin'],
}

export const addressOfPlace = {
  queue: '/staff',
  assist: '/staff/assist',
  print: '/staff/print',
  residents: '/staff/residents',
  supervision: '/staff/supervision',
  audit: '/staff/audit',
  admin: '/staff/admin',
} as const
