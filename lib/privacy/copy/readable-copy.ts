import type { Sheet } from '@/lib/certificates/paper'
import type { Language } from '@/lib/notifications'
import enApplications from '@/messages/en/applications.json'
import enApply from '@/messages/en/apply.json'
import enCopy from '@/messages/en/data-copy.json'
import zhApplications from '@/messages/zh-CN/applications.json'
import zhApply from '@/messages/zh-CN/apply.json'
import zhCopy from '@/messages/zh-CN/data-copy.json'
import type { CopyOfEverything } from './copy-of-everything'

type Words = {
  title: string
  none: string
  key: Record<string, string>
  value: Record<string, string>
  /** Where the same code means something else in another field. */
  valueIn: Record<string, Record<string, string>>
}

/** Facts, states, events and purposes are called what they are called on the pages. */
function wordsOf({
  copy,
  applications,
  apply,
}: {
  copy: typeof zhCopy
  applications: typeof zhApplications
  apply: typeof zhApply
}): Words {
  const { status, story, views, value, fact } = applications
  const { kind } = apply.person
  return {
    ...copy,
    key: { ...fact, ...copy.key },
    value: { ...status, ...story.done, ...views.purpose, ...kind, ...value, ...fact, ...copy.value },
  }
}

const words: Record<Language, Words> = {
  'zh-CN': wordsOf({ copy: zhCopy, applications: zhApplications, apply: zhApply }),
  en: wordsOf({ copy: enCopy, applications: enApplications, apply: enApply }),
}

/** Fields whose text is one of a few words of the service, and not what somebody typed. */
const chosen = new Set([
  'address-basis',
  'applicant-document-kind',
  'appliedBy',
  'basis',
  'by',
  'cameBy',
  'certificateStatus',
  'channel',
  'documentKind',
  'emailFor',
  'field',
  'kind',
  'language',
  'mandate',
  'name',
  'other-parent-document-kind',
  'outcome',
  'proxyRelation',
  'purpose',
  'role',
  'sender',
  'smsFor',
  'stage',
  'state',
  'status',
  'way',
  'who',
  'relation',
])

/** The copy as sheets to read and print: the same content as the JSON, in words of a person's language. */
export function readableCopy({ copy, language }: { copy: CopyOfEverything; language: Language }): {
  title: string
  sheets: Sheet[]
} {
  const { format: _, ...parts } = copy
  const { title } = words[language]
  return {
    title,
    sheets: Object.entries(parts).flatMap(([key, value]) => linesOf({ key, value, level: 1, language })),
  }
}

type Part = { key: string; value: unknown; level: 1 | 2 | 3; language: Language }

function linesOf({ key, value, level, language }: Part): Sheet[] {
  const say = sayKey({ key, language })
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return listOf({ key, value, level, language })
  if (typeof value !== 'object' || value instanceof Date) {
    return [{ kind: 'row', term: say, text: sayValue({ key, value, language }) }]
  }
  return [{ kind: 'heading', level, text: say }, ...fieldsOf({ value, level, language })]
}

function listOf({ key, value, level, language }: Part & { value: unknown[] }): Sheet[] {
  const say = sayKey({ key, language })
  if (value.length === 0) return [{ kind: 'row', term: say, text: words[language].none }]
  const items = value.flatMap((item, index): Sheet[] => [
    { kind: 'heading', level: deeper(level), text: `${say} ${index + 1}` },
    ...(typeof item === 'object' && item !== null
      ? fieldsOf({ value: item, level: deeper(level), language })
      : [{ kind: 'row' as const, term: say, text: sayValue({ key, value: item, language }) }]),
  ])
  return level === 1 ? [{ kind: 'heading', level, text: say }, ...items] : items
}

function fieldsOf({ value, level, language }: Pick<Part, 'level' | 'language'> & { value: object }): Sheet[] {
  return Object.entries(value).flatMap(([key, field]) =>
    linesOf({ key, value: field, level: deeper(level), language }),
  )
}

function deeper(level: Part['level']): Part['level'] {
  return level === 1 ? 2 : 3
}

function sayKey({ key, language }: Pick<Part, 'key' | 'language'>): string {
  return words[language].key[key] ?? key
}

function sayValue({ key, value, language }: Omit<Part, 'level'>): string {
  if (value instanceof Date) {
    return new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Asia/Shanghai',
    }).format(value)
  }
  const text = String(value)
  if (!chosen.has(key)) return text
  const { value: known, valueIn } = words[language]
  return valueIn[key]?.[text] ?? known[text] ?? text
}
