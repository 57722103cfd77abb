/** What a command answers: either it is done, or a named failure that a page turns into a sentence. */
export type Done<Value> = { ok: true; value: Value }
export type Failed<Failure extends string> = {
  ok: false
  failure: Failure
  details: Record<string, string | number | Date | null>
  /** What else is wrong with what was typed, so that a form names it all at once. */
  also?: readonly Failed<Failure>[]
}
export type Result<Value, Failure extends string> = Done<Value> | Failed<Failure>

/** Where failures are heard while somebody's request is carried out (refusals.ts); in a browser nobody listens. */
const holder = globalThis as typeof globalThis & { failuresHeard?: { getStore(): Set<string> | undefined } }

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

export function failed<Failure extends string>(
  failure: Failure,
  details: Failed<Failure>['details'] = {},
): Failed<Failure> {
  holder.failuresHeard?.getStore()?.add(failure)
  return { ok: false, failure, details }
}

/** Done where a demand on what was typed is met. */
export function demand<Failure extends string>(
  isMet: boolean,
  failure: Failure,
  details: Failed<Failure>['details'] = {},
): Result<true, Failure> {
  return isMet ? done(true) : failed(failure, details)
}

/** Done where all of these are; else the first failure, and the others along with it. */
export function allOf<Failure extends string>(
  results: readonly Result<unknown, Failure>[],
): Result<true, Failure> {
  return results.every(({ ok }) => ok) ? done(true) : failedTogether(results)
}

/**
 * The first failure among these, and the others along with it.
 *
 * @throws Error if none failed
 */
export function failedTogether<Failure extends string>(
  results: readonly Result<unknown, Failure>[],
): Failed<Failure> {
  const [first, ...also] = results.filter((one): one is Failed<Failure> => !one.ok)
  if (!first) throw new Error('none of these failed')
  return also.length > 0 ? { ...first, also } : first
}

/** Everything that is wrong, the first failure first. */
export function everyFailure<Failure extends string>(
  answer: Pick<Failed<Failure>, 'failure' | 'details' | 'also'>,
): Pick<Failed<Failure>, 'failure' | 'details'>[] {
  return [answer, ...(answer.also ?? [])]
}
