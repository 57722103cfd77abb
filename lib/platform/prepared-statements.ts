import type postgres from 'postgres'

/** What a statement is sent through: the pool, a transaction, or a savepoint in one. */
type Sender = Pick<postgres.ISql, 'unsafe'> & {
  begin?: postgres.Sql['begin']
  savepoint?: postgres.TransactionSql['savepoint']
}

/**
 * Lets the server keep each statement's plan. drizzle asks for all of them unprepared, and then the driver
 * first asks what the parameters are and only then sends them: two round trips and a new analysis each time,
 * which is half of what a registration costs.
 */
export function keepStatementsPrepared<Sending extends Sender>(sender: Sending): Sending {
  const { unsafe, begin, savepoint } = sender
  sender.unsafe = (text, parameters, options) => unsafe(text, parameters, { ...options, prepare: true })
  if (begin) {
    sender.begin = (...given: unknown[]) => Reflect.apply(begin, sender, given.map(inside))
  }
  if (savepoint) {
    sender.savepoint = (...given: unknown[]) => Reflect.apply(savepoint, sender, given.map(inside))
  }
  return sender
}

/** A transaction's work, with the transaction that it is given; a name or options pass unchanged. */
function inside(given: unknown): unknown {
  if (typeof given !== 'function') return given
  return (transaction: Sender) => given(keepStatementsPrepared(transaction))
}

/** A statement that is put together once for each pool, which otherwise takes as long as all else of a small one. */
export function preparedOnce<Pool extends object, Statement>(
  prepare: (db: Pool) => Statement,
): (db: Pool) => Statement {
  const kept = new WeakMap<Pool, Statement>()
  return db => {
    const statement = kept.get(db) ?? prepare(db)
    kept.set(db, statement)
    return statement
  }
}
