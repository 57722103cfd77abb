import { sql } from 'drizzle-orm'
import { customType, timestamp } from 'drizzle-orm/pg-core'
import { openPersonalText, sealPersonalText } from '../personal-data'

/** A text about a person: sealed on its way in, opened on its way out (see db/personal-data.ts). */
export const personalText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: sealPersonalText,
  fromDriver: openPersonalText,
})

/** A structure about a person, sealed whole. */
export const personalJson = <Shape>() =>
  customType<{ data: Shape; driverData: string }>({
    dataType: () => 'text',
    toDriver: value => sealPersonalText(JSON.stringify(value)),
    fromDriver: stored => JSON.parse(openPersonalText(stored)) as Shape,
  })

/** An instant, to the microsecond, with zone. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** The service's own time, never a machine's (DESIGN §4). */
export const serviceNow = sql`service_now()`
