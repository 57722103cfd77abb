import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { proxy } from './proxy'

afterEach(() => vi.unstubAllEnvs())

function headersOf(path: string, publicUrl: string): Headers {
  vi.stubEnv('PUBLIC_URL', publicUrl)
  vi.stubEnv('NODE_ENV', 'production')
  return proxy(new NextRequest(new URL(path, publicUrl))).headers
}

test('browsers stay with HTTPS where they came by it, and are not promised it in the demo', () => {
  expect(headersOf('/', 'https://dengji.example.cn').get('strict-transport-security')).toBe(
    'max-age=63072000; includeSubDomains',
  )
  expect(headersOf('/', 'http://localhost:3000').get('strict-transport-security')).toBeNull()
})

test('no script runs without the number of its request, which is never the same', () => {
  const policies = [1, 2].map(
    () => headersOf('/', 'https://dengji.example.cn').get('content-security-policy') ?? '',
  )
  const [scripts = ''] = policies.map(policy => /script-src [^;]*/.exec(policy)?.[0])
  expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'$/)
  expect(policies[0]).toContain("frame-ancestors 'none'")
  expect(policies[0]).not.toBe(policies[1])
})

test('a printed paper may be shown by the browser and framed by nobody', () => {
  const policy = headersOf('/certificates/4202.pdf', 'https://dengji.example.cn').get(
    'content-security-policy',
  )
  expect(policy).toBe("base-uri 'none'; frame-ancestors 'none'")
})
