/** Values of the button `step` with which a form of two steps shows, or sends, what was looked over (two-steps.tsx). */
export const secondSteps: ReadonlySet<string | undefined> = new Set(['preview', 'send'])
