/** What a command answers: either it is done, or a named failure that a page turns into a sentence. */
export type Done<Value> = { ok: true; value: Value }
export type Failed<Failure extends string> = {
  ok: false
  failure: Failure
  details: Record<string, string | number | Date | null>
}
export type Result<Value, Failure extends string> = Done<Value> | Failed<Failure>

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

export function failed<Failure extends string>(
  failure: Failure,
  details: Failed<Failure>['details'] = {},
): Failed<Failure> {
  return { ok: false, failure, details }
}
