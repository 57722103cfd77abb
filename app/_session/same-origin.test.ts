import { expect, test } from 'vitest'
import { comesFromOurPage } from './same-origin'

const hosts = ['dengji.example.cn', 'localhost:3000']

type Case = [sent: Record<string, string>, ours: boolean, who: string]

test.each<Case>([
  [{}, false, 'neither header: a script, not a browser'],
  [{ 'sec-fetch-site': 'same-origin' }, true, 'our page'],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://dengji.example.cn' }, true, 'our page'],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true, 'our page without referrer'],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://dengji.example.cn' }, false, 'another site'],
  [{ 'sec-fetch-site': 'same-site' }, false, 'a neighbour under the same domain'],
  [{ 'sec-fetch-site': 'none' }, false, 'typed into the address bar'],
  [{ origin: 'https://dengji.example.cn' }, true, 'an older browser on our page'],
  [{ origin: 'http://localhost:3000' }, true, 'the demo'],
  [{ origin: 'https://evil.example' }, false, 'an older browser elsewhere'],
  [{ origin: 'https://dengji.example.cn.evil.example' }, false, 'a name that begins like ours'],
  [{ origin: 'null' }, false, 'a sandboxed frame'],
  [{ origin: 'nonsense' }, false, 'no address at all'],
])('%j: %s, %s', (sent, expected) => {
  expect(comesFromOurPage({ headers: new Headers(sent), hosts })).toBe(expected)
})
