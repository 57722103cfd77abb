/** Where an officer gives a person their account back on another phone. */
export const RESIDENTS_PATH = '/staff/residents'

/** A change that was begun and waits for the code; its id says nothing of the person. */
export function phoneChangeAddress({ changeId }: { changeId: string }): string {
  return `${RESIDENTS_PATH}/${encodeURIComponent(changeId)}`
}
