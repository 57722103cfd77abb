import { createHash } from 'node:crypto'
import { z } from 'zod'

const lockedPackage = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
})
const lockfile = z.object({
  name: z.string(),
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), lockedPackage),
})

type Lockfile = z.infer<typeof lockfile>
type LockedPackage = z.infer<typeof lockedPackage>

/**
 * What the service runs with, as a CycloneDX 1.6 document: every locked package but the tools of development,
 * with its digest, its licence and what it needs. The same lockfile gives the same document, so that two
 * releases can be compared; npm's own bill leaves out packages that it also knows as somebody's peer.
 */
export function billOfMaterials(read: unknown) {
  const { name, packages } = lockfile.parse(read)
  const own = packages['']
  if (!own) throw new Error('the lockfile does not describe its own package')
  const places = Object.keys(packages).filter(place => place !== '' && !packages[place]?.dev)
  const self = refOf({ name, version: own.version })
  const byRef = new Map(places.map(place => [refAt({ place, packages }), place]))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(packages))}`,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'pre-build' }],
      component: { type: 'application', 'bom-ref': self, name, version: own.version },
    },
    components: [...byRef.values()].toSorted().map(place => componentAt({ place, packages })),
    dependencies: [
      { ref: self, dependsOn: neededBy({ place: '', packages }) },
      ...[...byRef].map(([ref, place]) => ({ ref, dependsOn: neededBy({ place, packages }) })),
    ],
  }
}

type Place = { place: string; packages: Lockfile['packages'] }

function componentAt({ place, packages }: Place) {
  const locked = packageAt({ place, packages })
  const name = nameAt(place)
  return {
    type: 'library',
    'bom-ref': refOf({ name, version: locked.version }),
    name,
    version: locked.version,
    scope: locked.optional ? 'optional' : 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${locked.version}`,
    ...(locked.integrity && { hashes: hashesOf(locked.integrity) }),
    ...(locked.license && { licenses: [licenceOf(locked.license)] }),
  }
}

/** Subresource integrity (`sha512-` and base64) as CycloneDX writes a digest. */
function hashesOf(integrity: string) {
  return integrity.split(' ').map(one => {
    const [algorithm = '', digest = ''] = one.split('-', 2)
    return {
      alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
      content: Buffer.from(digest, 'base64').toString('hex'),
    }
  })
}

function licenceOf(license: string) {
  const isExpression = / (AND|OR|WITH) /.test(license)
  return isExpression ? { expression: license } : { license: { name: license } }
}

/** Whom a package finds when it asks: its own folder first, then each folder above it, as Node looks. */
function neededBy({ place, packages }: Place): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = packageAt({ place, packages })
  const wanted = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
  const found = wanted.flatMap(name => {
    const at = foldersAbove(place)
      .map(folder => `${folder}node_modules/${name}`)
      .find(candidate => candidate in packages && !packages[candidate]?.dev)
    return at ? [refAt({ place: at, packages })] : []
  })
  return [...new Set(found)].toSorted()
}

function foldersAbove(place: string): string[] {
  if (place === '') return ['']
  const above = place.slice(0, place.lastIndexOf('node_modules/'))
  return [`${place}/`, ...foldersAbove(above.replace(/\/$/, ''))]
}

function packageAt({ place, packages }: Place): LockedPackage {
  const locked = packages[place]
  if (!locked) throw new Error(`${place} is not locked`)
  return locked
}

function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function refAt({ place, packages }: Place): string {
  return refOf({ name: nameAt(place), version: packageAt({ place, packages }).version })
}

function refOf({ name, version }: { name: string; version: string }): string {
  return `${name}@${version}`
}

/** A name for the content, in the form of a UUID of version 8 (RFC 9562). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
