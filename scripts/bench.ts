// `npm run bench -- <name>`: one of the measurements in scripts/bench/, which print what docs/benchmarks.md quotes.
import { readdirSync } from 'node:fs'

const [name, ...args] = process.argv.slice(2)
const names = readdirSync(new URL('./bench', import.meta.url))
  .filter(file => file.endsWith('.ts'))
  .map(file => file.slice(0, -'.ts'.length))

if (name !== undefined && names.includes(name)) {
  const { bench }: { bench: (args: string[]) => Promise<void> } = await import(`./bench/${name}.ts`)
  await bench(args)
} else {
  console.error(`npm run bench -- ${names.join(' | ')}`)
  process.exitCode = 1
}
