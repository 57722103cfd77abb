import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '@/app/_language/languages'
import { MESSAGES } from '@/app/_language/messages'
import type { Finding } from '@/lib/verification'
import { type AnswerPage, answerPage } from './answer-page'

const genuine: Extract<Finding, { genuine: true }> = {
  genuine: true,
  status: 'valid',
  statusSince: new Date('2026-11-24T02:41:00Z'),
  number: '42020200626112400173',
  version: 1,
  type: 'birth-service-registration',
  office: { code: '420202006', name: '黄石港街道', county: '黄石港区' },
  issuedOn: '2026-11-24',
  holders: ['李*', '张**'],
  demonstration: true,
  checkedAt: new Date('2026-11-25T08:10:42Z'),
}

function pageOf(
  verification: AnswerPage['verification'],
  { language = 'zh-CN', ...more }: Partial<AnswerPage> & { language?: Language } = {},
): string {
  const words = createTranslator({
    locale: language,
    messages: MESSAGES[language],
    namespace: 'verify',
    timeZone: 'Asia/Shanghai',
  })
  return answerPage({
    words,
    language,
    largeText: false,
    path: `/v/${'0oRJogEnBEg'.repeat(20)}`,
    host: 'dengji.example.cn',
    verification,
    newer: null,
    log: null,
    person: null,
    purpose: null,
    ...more,
  })
}

const checkedAt = genuine.checkedAt

describe.each(LANGUAGES)('the answer in %s', language => {
  test.each([
    ['valid', genuine],
    ['superseded', { ...genuine, status: 'superseded' }],
    ['revoked', { ...genuine, status: 'revoked' }],
    ['not-ours', { genuine: false, reason: 'bad_signature', checkedAt }],
    ['not-ours', { genuine: false, reason: 'not_found', checkedAt }],
    ['unreadable', { genuine: false, reason: 'unreadable', checkedAt }],
    ['unreadable', { genuine: false, reason: 'unsupported', checkedAt }],
    ['cannot-tell', { genuine: false, reason: 'unknown_key', checkedAt }],
    ['cannot-tell', { trouble: 'unavailable', seconds: 60 }],
    ['cannot-tell', { trouble: 'limit-reached', seconds: 60 }],
  ] satisfies [keyof typeof MESSAGES.en.verify.words, AnswerPage['verification']][])(
    'is one of six words: %s',
    (answer, verification) => {
      const page = pageOf(verification, { language })
      expect(page).toContain(`<h1>${MESSAGES[language].verify.words[answer]}</h1>`)
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).not.toContain('<script')
      expect(page).not.toMatch(/verify\.\w+\.|undefined|null/)
      expect(Buffer.byteLength(page)).toBeLessThan(20_000)
    },
  )
})

test('the answer says as of when, to the second, and what the paper must say', () => {
  const page = pageOf(genuine)
  expect(page).toContain('11月25日 周三 16:10:42')
  for (const shown of ['4202 0200 6261 1240 0173', '李*、张**', '黄石港区黄石港街道', '2026年11月24日'])
    expect(page).toContain(shown)
  expect(page).toContain('应当是 dengji.example.cn')
})

test('a replaced certificate leads to the new one', () => {
  expect(pageOf({ ...genuine, status: 'superseded' }, { newer: '/v/abc' })).toContain('href="/v/abc"')
})

test('what was typed comes back as text and never as markup', () => {
  const page = pageOf(genuine, {
    person: { tone: 'no', said: '不一致', name: '"><script>alert(1)</script>' },
  })
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;')
  expect(page).not.toContain('<script')
})

test('a certificate in the public log says where, and offers the proof', () => {
  const page = pageOf(genuine, { log: { index: 7, size: 139 }, path: '/v/abc' })
  expect(page).toContain('第 8 条，共 139 条')
  expect(page).toContain('href="/transparency/proofs/abc"')
})

test('only the answer about a rare surname asks for the font that shows it', () => {
  expect(pageOf(genuine)).not.toContain('rare.css')
  expect(pageOf({ ...genuine, holders: ['𠮷*'] })).toContain('href="/fonts/rare.css"')
})

test('whoever verifies may say what for, and is thanked once they did', () => {
  const page = pageOf(genuine)
  for (const choice of Object.values(MESSAGES['zh-CN'].verify.purpose.choices)) expect(page).toContain(choice)
  const thanked = pageOf(genuine, { purpose: { tone: 'yes', said: '已记下', typed: '' } })
  expect(thanked).toContain('<p class="said yes" role="status">已记下</p>')
  expect(thanked).not.toContain('name="why"')
})

test('the fullest answer there is stays below 20 kB', () => {
  const page = pageOf(
    { ...genuine, status: 'superseded', holders: ['𠮷*', '张**'] },
    {
      newer: `/v/${'0oRJogEnBEg'.repeat(20)}`,
      log: { index: 1_000_000, size: 2_000_000 },
      person: { tone: 'no', said: '不一致', name: '名'.repeat(100) },
      purpose: { tone: 'wait', said: '最多 60 个字', typed: '&'.repeat(60) },
    },
  )
  expect(Buffer.byteLength(page)).toBeLessThan(20_000)
})
