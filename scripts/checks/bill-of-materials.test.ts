import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { billOfMaterials } from './bill-of-materials'

test('the bill of materials names every package that the service runs with, and no other', () => {
  const bill = JSON.parse(execFileSync('npm', ['run', '-s', 'sbom'], { encoding: 'utf8' }))
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
  expect(bill.metadata.component.name).toBe('birth-service-registration-online')
  const named = bill.components.map(({ name, version }: Record<string, string>) => `${name}@${version}`)
  expect(new Set(named)).toEqual(lockedPackages())
})

test('whatever a package needs is in the bill, too, and every digest has its full length', () => {
  const bill = billOfMaterials(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const refs = [bill.metadata.component['bom-ref'], ...bill.components.map(one => one['bom-ref'])]
  expect(new Set(refs).size).toBe(refs.length)
  for (const { ref, dependsOn } of bill.dependencies)
    expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]))
  const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref'])
  expect(own?.dependsOn.map(ref => ref.replace(/@[^@]+$/, ''))).toEqual(
    expect.arrayContaining(['next', 'react', 'postgres']),
  )
  for (const hash of bill.components.flatMap(({ hashes = [] }) => hashes)) {
    expect(hash).toMatchObject({ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) })
  }
})

/** What the lockfile installs without the tools of development. */
function lockedPackages(): Set<string> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const entries = Object.entries<Record<string, string | boolean>>(packages)
  return new Set(
    entries
      .filter(([place, { dev }]) => place !== '' && !dev)
      .map(([place, { version }]) => `${place.split('node_modules/').at(-1)}@${version}`),
  )
}
