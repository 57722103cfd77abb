import type postgres from 'postgres'
import { viewerSetting } from '@/db/row-security'

type Question = Parameters<postgres.Sql['unsafe']>
/** What the driver answers: rows as objects or, after `values()`, as arrays. */
type Answer = Promise<unknown> & { values(): Promise<unknown> }

const sayViewer = `select set_config('${viewerSetting}', $1, true)`

/**
 * Lets every statement of a pool run on behalf of whoever the request is from, so that row-level security
 * holds for it (db/row-security). The viewer is said inside a transaction and ends with it; a statement that
 * stands alone gets one of its own, whose parts travel together.
 *
 * @param viewer asked before each statement or transaction; null: nobody
 */
export function confineStatements<Client extends postgres.Sql>(
  client: Client,
  viewer: () => Promise<string | null>,
): Client {
  const { unsafe, begin } = client
  const alone = async (said: string, [text, parameters, options]: Question, asArrays: boolean) => {
    const connection = await client.reserve()
    try {
      const question = connection.unsafe(text, parameters, { ...options, prepare: true })
      const parts = [
        connection.unsafe('begin').execute(),
        connection.unsafe(sayViewer, [said], { prepare: true }).execute(),
        (asArrays ? question.values() : question).execute(),
        // After a failure this rolls back.
        connection.unsafe('commit').execute(),
      ]
      const results = await Promise.allSettled<unknown>(parts)
      for (const result of results) if (result.status === 'rejected') throw result.reason
      return results[2]?.status === 'fulfilled' ? results[2].value : []
    } finally {
      connection.release()
    }
  }
  const ask = (...asked: Question): Answer => {
    let asArrays = false
    // The viewer comes in a later turn, by when the caller has said in which shape it wants the rows.
    const answer = viewer().then(said => {
      if (said !== null) return alone(said, asked, asArrays)
      const question = unsafe(...asked)
      return asArrays ? question.values() : question
    })
    const values = () => {
      asArrays = true
      return answer
    }
    return Object.assign(answer, { values })
  }
  const beginConfined = async (...given: unknown[]) => {
    const said = await viewer()
    const confined = given.map(part =>
      typeof part !== 'function' || said === null
        ? part
        : (transaction: postgres.TransactionSql) => {
            transaction.unsafe(sayViewer, [said], { prepare: true }).execute()
            return part(transaction)
          },
    )
    return Reflect.apply(begin, client, confined)
  }
  // Beside the pool, whose own transactions begin by its own `unsafe`.
  return Object.assign(Object.create(client), { unsafe: ask, begin: beginConfined })
}
