import type { DatabaseUrls } from '@/db/migrate'
import { seedDemo, seedReferenceData } from '@/db/seed'
import { step } from './say'

/** Puts in what the service needs (offices, limits, reasons, calendar) and, into an empty demo, its people and cases. */
export async function seedDatabase({
  urls: { ownerUrl, appUrl, jobsUrl },
  environment,
  demo,
}: {
  urls: DatabaseUrls
  environment: NodeJS.ProcessEnv
  demo: boolean
}): Promise<void> {
  await step('写入基础数据 · putting in reference data', () => seedReferenceData({ ownerUrl }))
  if (!demo) return
  // The demo is played through the service's own commands, which read the product's environment.
  Object.assign(process.env, environment)
  await step('演示数据 · the people and cases of the demo', () => seedDemo({ appUrl, jobsUrl }))
}
