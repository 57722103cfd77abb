import postgres from 'postgres'

/** The address of a database of the embedded server, as its administrator. */
export function adminUrl({
  port,
  password,
  database,
}: {
  port: number
  password: string
  database: string
}): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

/** Runs one piece of work on a connection of its own, closed again whatever happens. */
export async function withConnection<Answer>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Answer>,
): Promise<Answer> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}
