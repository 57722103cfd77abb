// Every check with one command; see scripts/checks.ts. `npm test -- rules database` runs only the stages named.
import process from 'node:process'
import { checkNodeVersion, enterProject, installPackages } from './start/packages.mjs'

checkNodeVersion()
enterProject()
await installPackages()
const { register } = await import('tsx/esm/api')
register()
const { runChecks } = await import('./checks.ts')
process.exitCode = await runChecks(process.argv.slice(2))
