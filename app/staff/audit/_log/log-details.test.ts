import { expect, test } from 'vitest'
import { phoneChanges } from '@/db/schema'
import en from '@/messages/en/audit-details.json'
import zh from '@/messages/zh-CN/audit-details.json'

test.each([
  ['zh-CN', zh.value],
  ['en', en.value],
])('the log says in words of %s by which way a phone was changed', (_language, words) => {
  for (const way of phoneChanges.way.enumValues) expect(Object.keys(words)).toContain(way)
})
