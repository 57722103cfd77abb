/** The addresses of the administration, built in one place. They carry codes and numbers, nothing personal. */
export const adminPages = {
  home: '/staff/admin',
  offices: '/staff/admin/offices',
  staff: '/staff/admin/staff',
  newStaff: '/staff/admin/staff/new',
  reasons: '/staff/admin/reasons',
  limits: '/staff/admin/limits',
  calendar: '/staff/admin/calendar',
  messages: '/staff/admin/messages',
  characters: '/staff/admin/characters',
  clock: '/staff/admin/clock',
} as const

export function officeAddress({ code }: { code: string }): string {
  return `${adminPages.offices}/${encodeURIComponent(code)}`
}

export function memberAddress({ staffNumber }: { staffNumber: string }): string {
  return `${adminPages.staff}/${encodeURIComponent(staffNumber)}`
}

export function reasonAddress({ code }: { code: string }): string {
  return `${adminPages.reasons}/${encodeURIComponent(code)}`
}

export function calendarYearAddress({ year }: { year: number }): string {
  return `${adminPages.calendar}/${year}`
}

/** An address that tells what was just done; each word has its sentence on the page. */
export function withDone(address: string, done: string): string {
  return `${address}?${new URLSearchParams({ done })}`
}
