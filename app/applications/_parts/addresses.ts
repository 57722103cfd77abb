/** The page of one application, or one of the pages under it. */
export function applicationAddress({
  reference,
  page,
}: {
  reference: string
  page?: 'receipt' | 'correction' | 'withdraw'
}): string {
  const address = `/applications/${encodeURIComponent(reference)}`
  return page ? `${address}/${page}` : address
}

/** Where a draft is filled in further. */
export function draftAddress(draftId: string): string {
  return `/apply/${draftId}`
}
