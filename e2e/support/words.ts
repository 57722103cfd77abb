import { readdirSync, readFileSync } from 'node:fs'
import type { Language } from '../../app/_language/languages'
import type { Messages } from '../../app/_language/messages'

/** The service's own words, so that a journey reads the same in both languages. */
export function wordsOf(language: Language): Messages {
  const folder = `messages/${language}`
  const files = readdirSync(folder).map(file => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
  ])
  return Object.fromEntries(files)
}
