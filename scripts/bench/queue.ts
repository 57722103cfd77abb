import { measureFirstPage } from './queue/first-page'
import { measureLapses } from './queue/lapses'
import { measuredService } from './queue/measured-service'
import { measureRowSecurity } from './queue/row-security'
import { measureWrites } from './queue/writes'

/**
 * The queue at three sizes, 10,000 lapses at once, and 50 people who write at the same time. Each in a
 * database of its own on an embedded server made for the measurement and taken away afterwards.
 *
 * @param args which of `first-page`, `row-security`, `lapses`, `writes`; all without any
 */
export async function bench(args: string[]): Promise<void> {
  const measurements = {
    'first-page': measureFirstPage,
    'row-security': measureRowSecurity,
    lapses: measureLapses,
    writes: measureWrites,
  }
  const service = await measuredService()
  try {
    for (const [name, measure] of Object.entries(measurements)) {
      if (args.length === 0 || args.includes(name)) await measure(service)
    }
  } finally {
    await service.stop()
  }
}
