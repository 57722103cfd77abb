/** One moment for a calendar. Nothing in it says whom or what it is about beyond its words. */
export type CalendarEntry = {
  /** The same for the same deadline, so that a moved one replaces the earlier one. */
  id: string
  /** Higher each time the moment was moved. */
  edition: number
  at: Date
  summary: string
  description: string
  link: string
  /** How long before it the calendar reminds. */
  remindMinutesBefore: number
}

/**
 * A calendar file with one entry (RFC 5545): its moment in UTC, which every calendar shows in the reader's own
 * zone and which needs no table of zones; text escaped, lines folded at 75 octets.
 */
export function calendarFile({ entry, now }: { entry: CalendarEntry; now: Date }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Birth Service Registration//Deadlines//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(entry.id)}`,
    `SEQUENCE:${entry.edition}`,
    `DTSTAMP:${inUtc(now)}`,
    `DTSTART:${inUtc(entry.at)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${entry.link}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.summary)}`,
    `TRIGGER:-PT${entry.remindMinutesBefore}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

/** 20261127T093000Z */
function inUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

const longestLine = 75

/** A line in pieces of at most 75 octets, of which no character is cut; each further piece begins with a space. */
function folded(line: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > longestLine) {
      pieces.push(piece)
      piece = ' '
    }
    piece += character
  }
  return [...pieces, piece]
}
