import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { residents, staff } from './identity'
import { offices } from './offices'

/** What the officer looked at when the person stood at the desk. */
export const seenDocuments = [
  'resident-id-card',
  'temporary-id-card',
  'household-register',
  'hk-macao-taiwan-residence-permit',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'foreign-permanent-resident-card',
  'passport',
] as const

/**
 * A resident's account passes from one phone to another: asked for, then in effect once a code came back from
 * the new phone. The old number may object for a while; then nobody signs in until an office has settled it.
 */
export const phoneChanges = pgTable(
  'phone_changes',
  {
    id: uuid().primaryKey().defaultRandom(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    way: text({ enum: ['both-phones', 'openid', 'office'] }).notNull(),
    oldPhone: personalText().notNull(),
    newPhone: personalText().notNull(),
    askedAt: instant().notNull().default(serviceNow),
    changedAt: instant(),
    staffId: uuid().references(() => staff.id),
    officeCode: text().references(() => offices.code),
    documentSeen: text({ enum: seenDocuments }),
    /** The resident's own application by which the office knew whose account it is. */
    applicationId: uuid().references(() => applications.id),
    objectionDigest: text().unique('one_phone_change_an_objection_link'),
    objectUntil: instant(),
    objectedAt: instant(),
    /** When an office had looked at it again and settled whose account it is. */
    settledAt: instant(),
    /** The auditor's second look at what an office did. */
    reviewedById: uuid().references(() => staff.id),
    reviewedAt: instant(),
  },
  table => [
    check(
      'an_office_names_who_saw_what',
      sql`case when ${table.way} = 'office'
        then num_nulls(${table.staffId}, ${table.officeCode}, ${table.documentSeen}, ${table.applicationId}) = 0
        else num_nonnulls(${table.staffId}, ${table.officeCode}, ${table.documentSeen}, ${table.applicationId}) = 0 end`,
    ),
    check(
      'only_a_change_in_effect_is_objected_to',
      sql`${table.objectedAt} is null or (${table.changedAt} is not null and ${table.objectedAt} <= ${table.objectUntil})`,
    ),
    check('only_an_objection_is_settled', sql`${table.settledAt} is null or ${table.objectedAt} is not null`),
    check('a_second_look_has_a_time', sql`(${table.reviewedById} is null) = (${table.reviewedAt} is null)`),
    check(
      'a_second_look_is_another_persons',
      sql`${table.reviewedById} is null or ${table.reviewedById} <> ${table.staffId}`,
    ),
    index('phone_changes_of_a_resident').on(table.residentId, table.askedAt),
    index('phone_changes_at_offices').on(table.changedAt).where(sql`way = 'office'`),
  ],
)
