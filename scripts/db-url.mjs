// Prints the address of the database as the application's restricted role, or with --owner as the owner's.
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { enterProject } from './start/packages.mjs'

enterProject()
const file = '.data/database.json'
if (!existsSync(file)) {
  console.error('数据库还没有启动过，请先运行 npm start。')
  console.error('The database was never started here: run npm start first.')
  process.exit(1)
}
const { appUrl, ownerUrl } = JSON.parse(readFileSync(file, 'utf8'))
console.log(onTheGivenServer(process.argv.includes('--owner') ? ownerUrl : appUrl))

/** With DATABASE_URL set, the same role on that server and in that database. */
function onTheGivenServer(address) {
  if (!process.env.DATABASE_URL) return address
  const url = new URL(process.env.DATABASE_URL)
  const { username, password } = new URL(address)
  return Object.assign(url, { username, password }).href
}
