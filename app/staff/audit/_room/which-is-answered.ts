/** Of several that wait, the one whose form is on the page: the one asked for, or else the first. */
export function whichIsAnswered({
  waiting,
  asked,
}: {
  waiting: readonly { id: string }[]
  asked: string | string[] | undefined
}): string | null {
  const chosen = waiting.find(({ id }) => id === asked) ?? waiting[0]
  return chosen?.id ?? null
}
