/** 好差评, the five steps of the national rule: very satisfied down to very dissatisfied (国办发〔2019〕51号). */
export const ratingSteps = [5, 4, 3, 2, 1] as const
export type RatingStep = (typeof ratingSteps)[number]

/** Dissatisfied or very dissatisfied: looked into and answered. */
export function isLow(step: number): boolean {
  return step <= 2
}

/** The step that was chosen, or null. */
export function readStep(typed: string): RatingStep | null {
  return ratingSteps.find(step => String(step) === typed) ?? null
}
