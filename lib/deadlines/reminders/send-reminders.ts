import type { Database } from '@/lib/platform/database'
import { remindApplicants } from './remind-applicants'
import { remindStaff } from './remind-staff'

const escalations = ['amber', 'red', 'lapsed', 'complaint-amber', 'complaint-red'] as const

/**
 * The job `send-reminders`: the officer when a case turns amber, the supervisor when it turns red, the county
 * after a lapse, whoever answers a complaint before its time is over, the applicant before a correction closes
 * (DESIGN §4). Each kind is a transaction of its own.
 */
export async function sendReminders({ db }: { db: Database }): Promise<{ people: number }> {
  let people = 0
  for (const escalation of escalations) people += (await remindStaff({ escalation }, { db })).people
  const applicants = await remindApplicants({ db })
  return { people: people + applicants.people }
}
