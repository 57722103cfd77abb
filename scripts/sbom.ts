// `npm run -s sbom`: what the service is made of, as CycloneDX 1.6, from the lockfile alone and without a network.
import { readFileSync } from 'node:fs'
import { billOfMaterials } from './checks/bill-of-materials'

process.stdout.write(
  `${JSON.stringify(billOfMaterials(JSON.parse(readFileSync('package-lock.json', 'utf8'))), null, 2)}\n`,
)
