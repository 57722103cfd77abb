/** The page of a certificate in the staff area. */
export function certificateAddress(number: string): string {
  return `/staff/certificates/${encodeURIComponent(number)}`
}
