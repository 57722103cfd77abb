import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, time } from 'drizzle-orm/pg-core'

export const counties = pgTable('counties', {
  code: text().primaryKey(),
  name: text().notNull(),
  nameEnglish: text().notNull(),
})

/** The 57 township offices; hours decide when a deadline's last day ends (民法典 art. 203). */
export const offices = pgTable(
  'offices',
  {
    code: text().primaryKey(),
    countyCode: text()
      .notNull()
      .references(() => counties.code),
    townshipName: text().notNull(),
    name: text().notNull(),
    nameEnglish: text().notNull(),
    address: text().notNull(),
    phone: text().notNull(),
    opensAt: time().notNull().default('08:30'),
    middayFrom: time().notNull().default('12:00'),
    middayTo: time().notNull().default('14:30'),
    closesAt: time().notNull().default('17:30'),
  },
  table => [
    index('offices_of_a_county').on(table.countyCode),
    check('an_office_opens_before_it_closes', sql`${table.opensAt} < ${table.closesAt}`),
  ],
)
