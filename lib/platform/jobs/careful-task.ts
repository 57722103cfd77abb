import type { Task } from 'graphile-worker'
import { recordUnexpectedError } from '@/lib/platform/log'

/**
 * The frame of every task. An error is written down without what people typed, and the queue, which keeps and
 * logs the words of an error and tries the job again later, gets only the number of that line.
 *
 * @param record writes the error down and says the number of its line
 */
export function carefulTask(
  doing: string,
  run: (payload: unknown) => Promise<void>,
  record = recordUnexpectedError,
): Task {
  return async payload => {
    try {
      await run(payload)
    } catch (error) {
      throw new Error(`see the log line ${record({ error, doing })}`)
    }
  }
}
