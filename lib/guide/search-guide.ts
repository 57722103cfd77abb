import { and, desc, eq, sql } from 'drizzle-orm'
import { guideSections } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { cutWords, wordsSought } from './cut-words'
import { bestLine, bestSentence, type ExcerptPart, MARK_END, MARK_START, markWords } from './excerpt'
import {
  type GuideLanguage,
  type GuideSection,
  guideLanguages,
  guideSectionsToSearch,
} from './guide-sections'

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

type Question = { db: Database; language: GuideLanguage; sought: string }

/**
 * The sections that speak of what is asked, the one that says most of it first, always in the page's language:
 * what is asked in the guide's other language is looked for there and answered from here.
 */
export async function searchGuide({ db, language, sought }: Question): Promise<FoundSection[]> {
  const found = await sectionsThatSay({ db, language, sought })
  if (found.length > 0) {
    return found.map(({ anchor, title, marked }) => ({ anchor, title, excerpt: bestSentence(marked) }))
  }
  const [other = language] = guideLanguages.filter(one => one !== language)
  const elsewhere = await sectionsThatSay({ db, language: other, sought })
  const own = guideSectionsToSearch().filter(one => one.language === language)
  return elsewhere.flatMap(({ anchor, marked }) => {
    const section = own.find(one => one.anchor === anchor)
    const sentence = section?.text.split('\n')[bestLine(marked)]
    if (section === undefined || sentence === undefined) return []
    return [{ anchor, title: section.title, excerpt: [{ text: sentence, marked: false }] }]
  })
}

async function sectionsThatSay({ db, language, sought }: Question) {
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
    marked: language === 'en' ? headline : markWords({ text, words }),
  }))
}
