import type { DatabaseUrls } from '../../db/migrate'
import type { Secrets } from '../../scripts/start/secrets'

/** Each worker's service gets a clone of this database. */
export const templateName = 'journeys_template'

/** The database server of a browser run, and the keys under which its template was seeded. */
export type Cluster = { adminUrl: string; urls: DatabaseUrls; secrets: Secrets; folder: string }

const variable = 'JOURNEYS_CLUSTER'

/** Leaves the address for the workers, which inherit the environment. */
export function publishCluster(cluster: Cluster): void {
  process.env[variable] = JSON.stringify(cluster)
}

/** The cluster that the global setup started. */
export function publishedCluster(): Cluster {
  const published = process.env[variable]
  if (!published) throw new Error('no cluster: the global setup of playwright.config.ts did not run')
  return JSON.parse(published)
}
