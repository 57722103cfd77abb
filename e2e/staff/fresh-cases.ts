import { execFileSync } from 'node:child_process'
import { productEnvironment } from '../../scripts/start/product-environment'
import { publishedCluster } from '../support/cluster-address'
import { test as journey } from '../support/journey'
import type { Service } from '../support/service'

/** More than the stories of one worker decide. */
const cases = 20

/** A staff journey's `test`: with a case that was accepted a moment ago and that nobody has touched. */
export const test = journey.extend<{ reference: string }, { freshCases: string[] }>({
  freshCases: [
    async ({ service }, use) => {
      await use(addCases(service))
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  reference: async ({ freshCases }, use) => {
    const reference = freshCases.pop()
    if (!reference) throw new Error('the stories of a worker used up its cases')
    await use(reference)
  },
})

function addCases({ appUrl, ownerUrl }: Service): string[] {
  const { secrets, urls } = publishedCluster()
  const { PATH = '', HOME = '' } = process.env
  const environment = productEnvironment({
    given: { NODE_ENV: 'production', PATH, HOME, LOG_LEVEL: 'error' },
    secrets,
    port: 3000,
    dev: false,
    urls: { ...urls, appUrl, ownerUrl },
  })
  const script = ['--import', 'tsx', 'e2e/staff/add-cases.ts', String(cases)]
  return JSON.parse(execFileSync(process.execPath, script, { env: environment, encoding: 'utf8' }))
}
