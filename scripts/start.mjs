// The one command: install what is missing, then hand over to scripts/run.ts. Plain JavaScript with nothing but
// Node's own modules, since nothing else may be there yet.
import process from 'node:process'
import { checkNodeVersion, enterProject, installPackages } from './start/packages.mjs'

checkNodeVersion()
enterProject()
await installPackages()
// In this same process: one process to signal, and none to be left behind.
const { register } = await import('tsx/esm/api')
register()
const { run } = await import('./run.ts')
await run({ dev: process.argv.includes('--dev') })
