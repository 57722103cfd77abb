import { parseCronItems, run, type TaskList } from 'graphile-worker'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { raiseAccessAlerts, writeCheckpoint } from '@/lib/audit'
import { activeSigningKey, endOfKey, isSoonAtItsEnd, issueWaitingCertificates } from '@/lib/certificates'
import { carryOutDueDeadlines, sendReminders } from '@/lib/deadlines'
import { gatewaysOf, sendNotification } from '@/lib/notifications'
import { type Database, openDatabase, serviceNow } from '@/lib/platform/database'
import { type Environment, environment } from '@/lib/platform/env'
import { log, recordUnexpectedError } from '@/lib/platform/log'
import { eraseWhatHasRunOut, forgetCounters } from '@/lib/privacy'
import { publishLog } from '@/lib/transparency'
import { carefulTask } from './careful-task'
import type { Jobs } from './enqueue'
import { quietLogger } from './quiet-logger'

/**
 * When what is done by itself is done. The queue's clock is UTC: 18:20 is 02:20 at night in Huangshi. A round
 * that was missed is not made up for, since each takes from the tables whatever is due.
 */
const rounds: { task: keyof Jobs; match: string }[] = [
  { task: 'carry-out-due-deadlines', match: '* * * * *' },
  { task: 'send-reminders', match: '*/5 * * * *' },
  { task: 'write-checkpoint', match: '7 * * * *' },
  { task: 'publish-log', match: '* * * * *' },
  { task: 'issue-waiting-certificates', match: '*/5 * * * *' },
  { task: 'forget-old-limits', match: '40 * * * *' },
  { task: 'forget-what-is-over', match: '20 18 * * *' },
  { task: 'raise-access-alerts', match: '*/10 * * * *' },
]

/**
 * Starts the process that does what is due: the sweep over the deadlines every minute and at each due time,
 * the messages that follow, reminders, checkpoints of the logs, and at night the forgetting of what nobody needs any more. It connects
 * twice: as the queue's own role, and as the application's.
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
    parsedCronItems: parseCronItems(rounds),
    taskList: taskList({ db, env }),
  })
  // Whatever was written while no worker ran is signed at once.
  await runner.addJob('write-checkpoint', {}, { jobKey: 'write-checkpoint' })
  await runner.addJob('publish-log', {}, { jobKey: 'publish-log' })
  return {
    stop: async () => {
      await runner.stop()
      await close()
    },
  }
}

function taskList({ db, env }: { db: Database; env: Environment }): TaskList & Record<keyof Jobs, unknown> {
  return {
    'carry-out-due-deadlines': carefulTask('carrying out due deadlines', async () => {
      const { carriedOut, failed } = await carryOutDueDeadlines({}, { db })
      if (carriedOut > 0) log().info({ carriedOut }, 'due deadlines carried out')
      for (const { deadlineId, error } of failed) {
        recordUnexpectedError({ error, doing: `carrying out deadline ${deadlineId}` })
      }
    }),
    'send-reminders': carefulTask('sending reminders', async () => {
      const { people } = await sendReminders({ db })
      if (people > 0) log().info({ people }, 'people reminded')
    }),
    'send-notification': carefulTask('sending a notification', async payload => {
      await sendNotification(payload as Jobs['send-notification'], {
        db,
        gateways: gatewaysOf(env),
        publicUrl: env.PUBLIC_URL,
      })
    }),
    'write-checkpoint': carefulTask('writing a checkpoint of the logs', async () => {
      const key = await db.transaction(activeSigningKey)
      const { number, headCount } = await writeCheckpoint({ db, key })
      const endsAt = await endOfKey(db, key)
      if (isSoonAtItsEnd({ end: endsAt, now: await serviceNow(db) }))
        log().warn({ keyId: key.keyId, endsAt }, 'the signing key ends soon: npm run keys:rotate')
      log().info({ number, headCount }, 'checkpoint of the logs signed')
    }),
    'publish-log': carefulTask('publishing the log of certificates', async () => {
      const { size, added } = await publishLog({ db })
      if (added > 0) log().info({ size, added }, 'log of certificates grew')
    }),
    'issue-waiting-certificates': carefulTask(
      'issuing certificates that waited for a character',
      async () => {
        const { issued, failed } = await issueWaitingCertificates({ db })
        if (issued > 0) log().info({ issued }, 'certificates issued that had waited for a character')
        for (const { applicationId, error } of failed)
          recordUnexpectedError({ error, doing: `issuing the certificate of case ${applicationId}` })
      },
    ),
    'raise-access-alerts': carefulTask('looking for unusual access', async () => {
      const { raised } = await raiseAccessAlerts({ db })
      if (raised > 0) log().info({ raised }, 'unusual access raised to the auditor')
    }),
    'forget-old-limits': carefulTask('forgetting counters', async () => {
      await forgetCounters({ db })
    }),
    'forget-what-is-over': carefulTask('forgetting what is over', async () => {
      const { erased, failed } = await eraseWhatHasRunOut({ db })
      log().info(erased, 'what is over was forgotten')
      for (const { caseId, error } of failed)
        recordUnexpectedError({ error, doing: `erasing case ${caseId}` })
    }),
  }
}
