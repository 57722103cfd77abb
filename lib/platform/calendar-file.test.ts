import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, calendarFile } from './calendar-file'

const now = new Date('2026-11-25T02:00:00Z')
const entry: CalendarEntry = {
  id: '7f0c@dengji.example.cn',
  edition: 1,
  at: new Date('2026-11-27T17:30:00+08:00'),
  summary: '网上办事：最迟补正',
  description: '到时没有补正，申请会关闭；填过的内容不会丢，点一下就能重新提交。\n看这里，慢慢来。',
  link: 'https://dengji.example.cn/applications/HS-2611-24-0017-4',
  remindMinutesBefore: 1_440,
}

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const found = calendar.getFirstSubcomponent('vevent')
  if (!found) throw new Error('the calendar has no entry')
  return new ICAL.Event(found)
}

describe('a deadline for the calendar', () => {
  test('is read by another program as it was meant, in every zone', () => {
    const event = read(calendarFile({ entry, now }))
    expect(event.startDate.toJSDate()).toEqual(entry.at)
    expect(event.startDate.zone.tzid).toBe('UTC')
    expect([event.uid, event.sequence, event.summary, event.description]).toEqual([
      entry.id,
      1,
      entry.summary,
      entry.description,
    ])
    const alarm = event.component.getFirstSubcomponent('valarm')
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT1440M')
  })

  test('keeps every text, and every line short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
        // What people type: lines, and no controls.
        const description = text.replace(/\p{Cc}/gu, ' ')
        const file = calendarFile({ entry: { ...entry, description }, now })
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(read(file).description).toBe(description)
      }),
      { numRuns: 200 },
    )
  })
})
