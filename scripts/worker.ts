// The worker process: carries out queued jobs and due deadlines.
import { startWorker } from '@/lib/platform/jobs/worker'
import { obeyParent } from './start/obey-parent'

const connectionString = process.env.DATABASE_JOBS_URL
if (!connectionString) throw new Error('DATABASE_JOBS_URL is not set')
const starting = startWorker({ connectionString })
obeyParent(async () => {
  const worker = await starting
  await worker.stop()
})
await starting
