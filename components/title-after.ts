/**
 * The page's title after a form was answered: it begins with `Error: ` while there is something to mend, so that
 * whoever listens hears it first, and no longer than that.
 */
export function titleAfter({
  title,
  prefix,
  isWrong,
}: {
  title: string
  prefix: string
  isWrong: boolean
}): string {
  const bare = title.startsWith(prefix) ? title.slice(prefix.length) : title
  return isWrong ? prefix + bare : bare
}
