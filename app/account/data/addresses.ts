/** The pages of the rights to one's own data. */
export const dataPages = {
  all: '/account/data',
  consent: '/account/data/consent',
  erase: '/account/data/erase',
  other: '/account/data/other',
} as const

/** A file of a copy that was asked for. */
export function copyAddress({ requestId, format }: { requestId: string; format: 'json' | 'pdf' }): string {
  return `${dataPages.all}/copy/${requestId}.${format}`
}
