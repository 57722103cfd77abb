/** The pages behind the own account of a member of staff. */
export const accountPages = {
  home: '/staff/account',
  password: '/staff/account/password',
  authenticator: '/staff/account/authenticator',
  passkey: '/staff/account/passkey',
  recoveryCodes: '/staff/account/recovery-codes',
  remove: '/staff/account/remove',
} as const

/** What was just done; each has its sentence in staff-account.done. */
export const doneInAccount = ['ended', 'password', 'app', 'passkey', 'removed'] as const

export function accountAfter(done: (typeof doneInAccount)[number]): string {
  return `${accountPages.home}?${new URLSearchParams({ done })}`
}
