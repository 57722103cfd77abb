import postgres from 'postgres'

let ownerUrl = ''

/** Tells this worker which service its people sign in to. */
export function authenticatorsBelongTo(service: { ownerUrl: string }): void {
  ownerUrl = service.ownerUrl
}

/**
 * Lets the codes that the authenticators show count once more: a story need not wait half a minute until the
 * same member of staff can sign in again. Everything else about the second step is as it is for people.
 */
export async function forgetUsedCodes(): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await sql`update staff_authenticators set last_step = 0`
  await sql.end()
}
