import { and, desc, eq, sql } from 'drizzle-orm'
import { guideSections } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { cutWords, wordsSought } from './cut-words'
import { bestSentence, type ExcerptPart, MARK_END, MARK_START, markWords } from './excerpt'
import type { GuideLanguage, GuideSection } from './guide-sections'

const MOST_FOUND = 6

export type FoundSection = { anchor: string; title: string; excerpt: ExcerptPart[] }

/** English is stemmed by PostgreSQL; Chinese words come cut and are kept as they are. */
const configuration = { 'zh-CN': 'simple', en: 'english' }

/** A section's words for its index, those of its title weighing more. */
export function searchWordsOf({ language, title, text }: GuideSection) {
  const words = (part: string) =>
    sql`to_tsvector(${configuration[language]}::regconfig, ${cutWords(part).join(' ')})`
  return sql`setweight(${words(title)}, 'A') || setweight(${words(text)}, 'B')`
}

/** The sections that speak of what is asked, the one that says most of it first. */
export async function searchGuide({
  db,
  language,
  sought,
}: {
  db: Database
  language: GuideLanguage
  sought: string
}): Promise<FoundSection[]> {
  const words = wordsSought(sought)
  if (words.length === 0) return []
  const query = sql`to_tsquery(${configuration[language]}::regconfig, ${words.join(' | ')})`
  const options = `HighlightAll=true, StartSel=${MARK_START}, StopSel=${MARK_END}`
  const found = await db
    .select({
      anchor: guideSections.anchor,
      title: guideSections.title,
      text: guideSections.text,
      headline: sql<string>`ts_headline('english', ${guideSections.text}, ${query}, ${options})`,
    })
    .from(guideSections)
    .where(and(eq(guideSections.language, language), sql`${guideSections.words} @@ ${query}`))
    .orderBy(desc(sql`ts_rank(${guideSections.words}, ${query})`), guideSections.anchor)
    .limit(MOST_FOUND)
  return found.map(({ anchor, title, text, headline }) => ({
    anchor,
    title,
    excerpt: bestSentence(language === 'en' ? headline : markWords({ text, words })),
  }))
}
