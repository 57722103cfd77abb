import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { instant, personalText, serviceNow } from './columns'
import { residents, staff } from './identity'
import { offices } from './offices'

/** 好差评: how satisfied an applicant is with how a case was decided; a low one is looked into and answered. */
export const ratings = pgTable(
  'ratings',
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id)
      .unique('one_rating_a_case'),
    residentId: uuid()
      .notNull()
      .references(() => residents.id),
    /** The office that is rated: the one that had the case when it was decided. */
    officeCode: text()
      .notNull()
      .references(() => offices.code),
    /** From 5, very satisfied, to 1, very dissatisfied. */
    step: integer().notNull(),
    words: personalText(),
    ratedAt: instant().notNull().default(serviceNow),
    /** By when a low one is answered; afterwards the county may answer, too. */
    answerBy: instant(),
    answeredAt: instant(),
    answeredById: uuid().references(() => staff.id),
    answer: personalText(),
  },
  table => [
    index('ratings_of_an_office').on(table.officeCode, table.ratedAt),
    index('ratings_that_wait_for_an_answer')
      .on(table.officeCode, table.answerBy)
      .where(sql`answer_by is not null and answered_at is null`),
    check('a_rating_has_five_steps', sql`${table.step} between 1 and 5`),
    check('a_low_rating_is_promised_an_answer', sql`(${table.step} <= 2) = (${table.answerBy} is not null)`),
    check(
      'an_answered_rating_was_promised_one_and_names_its_person',
      sql`num_nulls(${table.answeredAt}, ${table.answeredById}, ${table.answer}) in (0, 3)
        and (${table.answeredAt} is null or ${table.answerBy} is not null)`,
    ),
    check('a_rating_is_answered_after_it_is_given', sql`${table.answeredAt} >= ${table.ratedAt}`),
  ],
)
