import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { currentViewer } from '@/app/_session/viewer'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'
import { findOwnApplication, type OwnCase } from '@/lib/applications'
import { calendarFile } from '@/lib/platform/calendar-file'
import { environment } from '@/lib/platform/env'
import { applicationAddress } from '../../_parts/addresses'

type Parameters = { params: Promise<{ reference: string }> }

/** GET: the clock that runs in one's own case, for one's calendar: the office's, or one's own. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const { reference } = await params
  return guardedRoute('giving a deadline for a calendar', () => deadlineOf(reference))(request)
}

async function deadlineOf(reference: string): Promise<Response> {
  const viewer = await currentViewer()
  if (viewer?.kind !== 'resident') {
    const Location = `/sign-in?${new URLSearchParams({ back: applicationAddress({ reference }) })}`
    return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'no-store' } })
  }
  const found = await findOwnApplication({ reference, viewer }, service())
  const file = found && (await fileOf(found))
  if (!file) return problem({ type: 'not-found', detail: 'No clock runs in an application of yours here' })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="deadline.ics"',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A day before, where one must act oneself; at the moment itself, where the office must. */
const reminders = { 'applicant-must-answer': 1_440, 'office-must-decide': 0 } as const

async function fileOf({ application, runningClock, now }: OwnCase): Promise<string | null> {
  if (!runningClock) return null
  const { id, kind, dueAt, pauses, movedFrom, extensionWorkingDays } = runningClock
  const t = await getTranslations('applications.calendar')
  const { origin, host } = new URL(environment().PUBLIC_URL)
  return calendarFile({
    now,
    entry: {
      id: `${id}@${host}`,
      edition: pauses.length + (movedFrom ? 1 : 0) + (extensionWorkingDays === null ? 0 : 1),
      at: dueAt,
      summary: t(`${kind}.summary`),
      description: t(`${kind}.description`),
      link: `${origin}${applicationAddress(application)}`,
      remindMinutesBefore: reminders[kind],
    },
  })
}
