/** The page of one application, or one of the pages under it. */
export function applicationAddress({
  reference,
  page,
}: {
  reference: string
  page?: 'correction' | 'withdraw' | 'complaint'
}): string {
  const address = `/applications/${encodeURIComponent(reference)}`
  return page ? `${address}/${page}` : address
}
