import { sql } from 'drizzle-orm'
import { check, customType, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

const searchWords = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** The guide's sections as they are searched: written anew at every start from the guide's own texts. */
export const guideSections = pgTable(
  'guide_sections',
  {
    language: text().notNull(),
    anchor: text().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    words: searchWords().notNull(),
  },
  table => [
    primaryKey({ columns: [table.language, table.anchor] }),
    index('guide_sections_by_word').using('gin', table.words),
    check('a_guide_section_is_in_a_language_of_the_service', sql`${table.language} in ('zh-CN', 'en')`),
  ],
)
