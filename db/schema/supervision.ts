import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { deadlines } from './deadlines'
import { staff } from './identity'
import { offices } from './offices'

/** Opened against an office when its clock ran out; closed by the county with a written finding. */
export const supervisionRecords = pgTable(
  'supervision_records',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    deadlineId: uuid()
      .notNull()
      .references(() => deadlines.id)
      .unique('one_supervision_record_a_lapse'),
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    openedAt: instant().notNull().default(serviceNow),
    closedAt: instant(),
    closedById: uuid().references(() => staff.id),
    finding: personalText(),
  },
  table => [
    check('a_closed_record_has_a_finding', sql`(${table.closedAt} is null) = (${table.finding} is null)`),
    index('supervision_records_of_an_office').on(table.officeCode, table.openedAt),
  ],
)
