import { sql } from 'drizzle-orm'
import { bigserial, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, serviceNow } from './columns'
import { residents, staff } from './identity'

/** Who looked at or did what; append-only. The resident sees the rows about their own cases. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant().notNull().default(serviceNow),
    action: text().notNull(),
    applicationId: uuid().references(() => applications.id),
    residentId: uuid().references(() => residents.id),
    staffId: uuid().references(() => staff.id),
    officeCode: text(),
    purpose: text(),
    details: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  table => [
    index('audit_events_of_an_application').on(table.applicationId, table.id),
    index('audit_events_of_a_staff_member').on(table.staffId, table.id),
    check(
      'an_audit_event_names_one_actor_at_most',
      sql`num_nonnulls(${table.residentId}, ${table.staffId}) <= 1`,
    ),
  ],
)
