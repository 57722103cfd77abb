import postgres from 'postgres'

/**
 * What a raw SQL attack ran into: the constraint's name, or `permission denied`. Runs in one transaction that
 * is always taken back, with every deferred constraint checked at its end.
 */
export async function refusalOf(
  sql: postgres.Sql,
  attack: (transaction: postgres.TransactionSql) => Promise<unknown>,
): Promise<string> {
  const takenBack = new Error('the attack came through and was taken back')
  try {
    await sql.begin(async transaction => {
      await attack(transaction)
      await transaction`set constraints all immediate`
      throw takenBack
    })
  } catch (error) {
    if (error === takenBack) return 'nothing'
    if (!(error instanceof postgres.PostgresError)) throw error
    if (error.code === '42501') return 'permission denied'
    return error.constraint_name ?? `${error.code} ${error.message}`
  }
  return 'nothing'
}
