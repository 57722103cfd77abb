import { AsyncLocalStorage } from 'node:async_hooks'

/** What a command answers to a person whose act it is not, whatever they typed; no page offers it to them. */
const refusals = ['not-your-role', 'other-office', 'party-to-the-case'] as const

export type Refusal = (typeof refusals)[number]

/** Kept on the global object, since the framework may load this file more than once in a process. */
const holder = globalThis as typeof globalThis & { failuresHeard?: AsyncLocalStorage<Set<string>> }
holder.failuresHeard ??= new AsyncLocalStorage()
const failuresHeard = holder.failuresHeard

/**
 * Runs what somebody asked for and, however it ends, tells which refusals its commands answered with: heard where
 * every command answers (`failed`), so that none of them has to remember to tell.
 */
export async function hearRefusals<Answer>(
  run: () => Promise<Answer>,
  tell: (heard: Refusal[]) => Promise<void>,
): Promise<Answer> {
  const heard = new Set<string>()
  try {
    return await failuresHeard.run(heard, run)
  } finally {
    const refused = refusals.filter(refusal => heard.has(refusal))
    if (refused.length > 0) await tell(refused)
  }
}
