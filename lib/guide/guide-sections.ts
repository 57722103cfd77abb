import english from '@/messages/en/guide.json'
import chinese from '@/messages/zh-CN/guide.json'

export const guideLanguages = ['zh-CN', 'en'] as const
export type GuideLanguage = (typeof guideLanguages)[number]

const guides = { 'zh-CN': chinese, en: english }

/** Each section of the page and the address it has there. */
const anchors = {
  who: 'who',
  steps: 'steps',
  asked: 'asked',
  notAsked: 'not-asked',
  noLonger: 'no-longer',
  cost: 'cost',
  limits: 'limits',
  reasons: 'reasons',
  rights: 'rights',
  not: 'not',
  law: 'law',
  offices: 'offices',
} as const

export type GuideSection = { language: GuideLanguage; anchor: string; title: string; text: string }

/** The sections of the guide with their sentences, one a line; a sentence that holds a number of the day is left out. */
export function guideSectionsToSearch(): GuideSection[] {
  return guideLanguages.flatMap(language =>
    Object.entries(guides[language]).flatMap(([key, section]) => {
      if (!isSection(key) || typeof section === 'string') return []
      const { title, ...sentences } = section
      return [
        {
          language,
          anchor: anchors[key],
          title: title.replace(/\s*[（(]\{[^)）]*[)）]/u, ''),
          text: sentencesOf(sentences).join('\n'),
        },
      ]
    }),
  )
}

function isSection(key: string): key is keyof typeof anchors {
  return key in anchors
}

function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{') ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  const sentences = Object.values(value).flatMap(sentencesOf)
  // A thing and what is said of it are read together.
  return 'what' in value ? [sentences.join(' · ')] : sentences
}
