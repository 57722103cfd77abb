import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Package = { version?: string; integrity?: string; link?: boolean; inBundle?: boolean }
type Wishes = Record<string, string>

const lockfile: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const { dependencies, devDependencies }: { dependencies: Wishes; devDependencies: Wishes } = JSON.parse(
  readFileSync('package.json', 'utf8'),
)
const locked = Object.entries(lockfile.packages).filter(([place]) => place !== '')

test('each package that comes from elsewhere is locked by its digest', () => {
  const without = locked
    .filter(([, { integrity, inBundle }]) => !inBundle && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
    .map(([place]) => place)
  expect(without).toEqual([])
})

test('what is asked for is one version, and the one that is locked', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
    expect(lockfile.packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
})

test('every package comes from a registry: none from a folder, a repository or an address', () => {
  const text = readFileSync('package-lock.json', 'utf8')
  expect(locked.filter(([, { link }]) => link)).toEqual([])
  expect(text).not.toMatch(/git\+|"resolved": "(?!https:\/\/)/)
})
