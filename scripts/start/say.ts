/** Says one line to the person at the terminal: Chinese first, then English. */
export function say(line: string): void {
  console.log(line)
}

/**
 * Announces a step, does it, and tells how long it took. A long one says every 15 seconds that it goes on.
 *
 * @param doing what is done, in Chinese and English
 */
export async function step<Answer>(doing: string, work: () => Promise<Answer>): Promise<Answer> {
  const begun = Date.now()
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1)
  say(`→ ${doing} …`)
  const tick = setInterval(() => say(`  … ${doing} (${seconds()} s)`), 15_000)
  try {
    const answer = await work()
    say(`✓ ${doing} (${seconds()} s)`)
    return answer
  } finally {
    clearInterval(tick)
  }
}

/** Something went wrong in a way that the person at the terminal can mend; its message is all they need. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}
