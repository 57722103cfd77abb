import type { Database } from '@/lib/platform/database'
import { remindApplicants } from './remind-applicants'
import { remindStaff } from './remind-staff'

/**
 * The job `send-reminders`: the officer when a case turns amber, the supervisor when it turns red, the county
 * after a lapse, the applicant before a correction closes (DESIGN §4). Each kind is a transaction of its own.
 */
export async function sendReminders({ db }: { db: Database }): Promise<{ people: number }> {
  const amber = await remindStaff({ escalation: 'amber' }, { db })
  const red = await remindStaff({ escalation: 'red' }, { db })
  const lapsed = await remindStaff({ escalation: 'lapsed' }, { db })
  const applicants = await remindApplicants({ db })
  return { people: amber.people + red.people + lapsed.people + applicants.people }
}
