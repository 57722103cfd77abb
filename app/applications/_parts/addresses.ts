/** The pages under that of an application. */
export type ApplicationPage =
  | 'correction'
  | 'withdraw'
  | 'complaint'
  | 'messages'
  | 'documents'
  | 'mandate'
  | 'share'
  | 'rating'

/** The page of one application, or one of the pages under it. */
export function applicationAddress({
  reference,
  page,
}: {
  reference: string
  page?: ApplicationPage
}): string {
  const address = `/applications/${encodeURIComponent(reference)}`
  return page ? `${address}/${page}` : address
}
