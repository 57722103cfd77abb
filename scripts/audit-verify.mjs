// `npm run audit:verify`: whether anybody touched the logs. See docs/security.md, "Checking the logs".
import process from 'node:process'
import { enterProject } from './start/packages.mjs'

enterProject()
const { register } = await import('tsx/esm/api')
register()
const { verifyFromCommandLine } = await import('./audit-verify.ts')
process.exit(await verifyFromCommandLine(process.argv.slice(2)))
