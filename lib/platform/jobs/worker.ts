import { parseCronItems, run } from 'graphile-worker'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { carryOutDueDeadlines } from '@/lib/deadlines'
import { gatewayOf, sendNotification } from '@/lib/notifications'
import { openDatabase } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { log, recordUnexpectedError } from '@/lib/platform/log'
import type { Jobs } from './enqueue'
import { quietLogger } from './quiet-logger'

/**
 * Starts the process that does what is due: the sweep over the deadlines every minute and at each due time,
 * and the messages that follow. It connects twice: as the queue's own role, and as the application's.
 */
export async function startWorker({
  connectionString,
}: {
  connectionString: string
}): Promise<{ stop(): Promise<void> }> {
  const env = environment()
  const { db, close } = openDatabase({
    url: env.DATABASE_APP_URL,
    keys: parsePersonalDataKeys({ sealing: env.PERSONAL_DATA_KEYS, lookup: env.LOOKUP_KEY }),
    connections: 6,
  })
  const runner = await run({
    connectionString,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: quietLogger,
    parsedCronItems: parseCronItems([{ task: 'carry-out-due-deadlines', match: '* * * * *' }]),
    taskList: {
      'carry-out-due-deadlines': async () => {
        const { carriedOut, failed } = await carryOutDueDeadlines({}, { db })
        if (carriedOut > 0) log().info({ carriedOut }, 'due deadlines carried out')
        for (const { deadlineId, error } of failed) {
          recordUnexpectedError({ error, doing: `carrying out deadline ${deadlineId}` })
        }
      },
      'send-notification': async payload => {
        await sendNotification(payload as Jobs['send-notification'], {
          db,
          gateway: gatewayOf(env),
          publicUrl: env.PUBLIC_URL,
        })
      },
    },
  })
  return {
    stop: async () => {
      await runner.stop()
      await close()
    },
  }
}
