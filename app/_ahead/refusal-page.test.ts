import { expect, test } from 'vitest'
import { refusalPage } from './refusal-page'

const asked = (headers: Record<string, string>) => new Headers(headers)
const english = asked({ 'accept-language': 'en' })

test('an address that cannot be read leads back to its page without the query, in the browser’s language', () => {
  const page = refusalPage({ why: 'unreadable', address: '/staff/audit?person=%00', headers: english })
  expect(page).toContain('<html lang="en">')
  expect(page).toContain('<a href="/staff/audit">Open this page again')
  expect(page).toContain('href="/staff"')
  const chinese = refusalPage({ why: 'unreadable', address: '/?q=%00', headers: asked({}) })
  expect(chinese).toContain('<html lang="zh-CN">')
  expect(chinese).toContain('去掉查找条件')
})

test('a form of an earlier version is told that nothing saved is lost, and reloads its own page', () => {
  const page = refusalPage({ why: 'renewed', address: '/apply/5?step=2&x=1', headers: english })
  expect(page).toContain('What was saved is safe')
  expect(page).toContain('<a href="/apply/5?step=2&amp;x=1">Open this page again</a>')
})

test('nothing in the address becomes markup, and no link leads elsewhere', () => {
  for (const address of ['//evil.example/', '/\\evil.example', '/%00', 'javascript:alert(1)']) {
    for (const why of ['unreadable', 'renewed'] as const)
      expect(refusalPage({ why, address, headers: english })).not.toContain('>Open this page again')
  }
  const page = refusalPage({ why: 'renewed', address: '/a"><script>', headers: english })
  expect(page).not.toContain('<script')
})

test('whoever reads in large text goes on reading in large text', () => {
  const headers = asked({ cookie: 'text-size=large; language=en' })
  expect(refusalPage({ why: 'unreadable', address: '/', headers })).toContain(
    '<html lang="en" class="large">',
  )
})
