import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wayBack } from './way-back'

const none = { referer: null, host: 'dengji.example.cn' }

describe('wayBack', () => {
  test.each([
    ['/guide', '/guide'],
    ['/applications/HS-2611-24-0017-4?tab=views#log', '/applications/HS-2611-24-0017-4?tab=views#log'],
    ['/../../privacy', '/privacy'],
    ['', '/'],
    ['guide', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/x\r\nSet-Cookie: a=b', '/'],
    [`/${'x'.repeat(2000)}`, '/'],
  ])('%j → %j', (asked, expected) => {
    expect(wayBack({ ...none, asked })).toBe(expected)
  })

  test('without a wish: the page that one came from, if it is ours', () => {
    const ours = { asked: null, host: 'dengji.example.cn' }
    expect(wayBack({ ...ours, referer: 'https://dengji.example.cn/guide?q=1' })).toBe('/guide?q=1')
    expect(wayBack({ ...ours, referer: 'https://evil.example/guide' })).toBe('/')
    expect(wayBack({ ...ours, referer: 'nonsense' })).toBe('/')
    expect(wayBack({ ...ours, referer: null })).toBe('/')
    expect(wayBack({ asked: null, referer: 'https://dengji.example.cn/x', host: null })).toBe('/')
  })

  test('whatever is asked, a browser stays on this site', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      'http',
      '%2f',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const path = wayBack({ ...none, asked: pieces.join('') })
        expect(new URL(path, 'https://dengji.example.cn').host).toBe('dengji.example.cn')
        expect(path.startsWith('/')).toBe(true)
      }),
    )
  })
})
