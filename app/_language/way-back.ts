const ANY_ORIGIN = 'http://same-site.invalid'

/**
 * The path on this site to return to after a switch, or '/' for anything that could lead elsewhere.
 * `asked` is the query's word; without it the Referer counts, if it names our own host.
 */
export function wayBack({
  asked,
  referer,
  host,
}: {
  asked: string | null
  referer: string | null
  host: string | null
}): string {
  if (asked !== null) return ownPath(asked) ?? '/'
  if (referer === null || host === null || !URL.canParse(referer)) return '/'
  const from = new URL(referer)
  return (from.host === host ? ownPath(from.pathname + from.search) : null) ?? '/'
}

/** `text` as a path of this site, or null. Browsers read '/\' and '//' as another host, and drop tabs and line breaks. */
function ownPath(text: string): string | null {
  if (text.length > 1000 || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(text)) return null
  if (!URL.canParse(text, ANY_ORIGIN)) return null
  const url = new URL(text, ANY_ORIGIN)
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return null
  return url.pathname + url.search + url.hash
}
