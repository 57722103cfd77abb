import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { publishedCluster } from '../support/cluster-address'
import { expect, test } from '../support/journey'
import type { Service } from '../support/service'

test('An outsider checks the log of certificates against the head that they kept, and finds an entry that was changed', async ({
  page,
  words,
  service,
}, info) => {
  await page.goto('/transparency')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.transparency.title)
  await expect(page.getByRole('main')).toContainText(`npm run verify-log -- ${service.address}`)
  const kept = info.outputPath('checkpoint.txt')
  const check = (address = service.address) => verifyLog(['--kept', kept, address])

  // The worker publishes within a minute of starting; before that there is nothing to tell.
  await expect.poll(check, { timeout: 90_000, intervals: [500] }).toMatchObject({ code: 0 })
  expect(readFileSync(kept, 'utf8')).toContain(`${new URL(service.address).host}/certificates`)
  expect(await check()).toMatchObject({ code: 0, said: expect.stringContaining('continues the') })

  const putBack = await changeFirstEntry(service)
  expect(await check()).toMatchObject({
    code: 1,
    said: expect.stringContaining('do not have the signed root'),
  })
  await putBack()
  expect(await check()).toMatchObject({ code: 0 })
})

test('Who is not reached is no liar: the check of the log says that it cannot tell', async () => {
  const kept = test.info().outputPath('checkpoint.txt')
  expect(await verifyLog(['--kept', kept, 'http://localhost:9'])).toMatchObject({
    code: 2,
    said: expect.stringContaining('cannot tell now'),
  })
  expect(existsSync(kept)).toBe(false)
})

type Checked = { code: number; said: string }

function verifyLog(args: string[]): Promise<Checked> {
  return new Promise(resolve => {
    const program = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/verify-log.ts', ...args],
      (_error, said, complaint) => resolve({ code: program.exitCode ?? -1, said: said + complaint }),
    )
  })
}

/** What only a superuser can do, past the triggers: the first entry tells of another day. */
async function changeFirstEntry({ ownerUrl }: Service): Promise<() => Promise<void>> {
  const url = Object.assign(new URL(publishedCluster().adminUrl), {
    pathname: new URL(ownerUrl).pathname,
  }).href
  const setEntry = async (change: (entry: string) => string) => {
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    await sql`set session_replication_role = replica`
    const [first] = await sql<{ id: number; entry: string }[]>`
      select e.id, e.entry from transparency_entries e join transparency_leaves l on l.entry_id = e.id where l.index = 0`
    if (!first) throw new Error('the log is empty')
    await sql`update transparency_entries set entry = ${change(first.entry)} where id = ${first.id}`
    await sql.end()
    return first.entry
  }
  const before = await setEntry(entry => `${entry} `)
  return async () => {
    await setEntry(() => before)
  }
}
