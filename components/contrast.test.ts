import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../app/styles.css', import.meta.url), 'utf8')
const colours = new Map(
  [...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
)

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(name: string): number {
  const hex = (colours.get(name) ?? '').slice(1)
  const long = hex.length === 3 ? [...hex].map(digit => digit + digit).join('') : hex
  const [red = 0, green = 0, blue = 0] = (long.match(/../g) ?? [])
    .map(pair => Number.parseInt(pair, 16) / 255)
    .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper', 'ground', 'brand-tint', 'ok-tint', 'warn-tint', 'stop-tint']

describe('contrast of the tokens (WCAG 1.4.3, 1.4.11)', () => {
  test.each(['ink', 'ink-soft', 'brand', 'stop'])('%s can be read on every ground', text => {
    expect(colours.has(text)).toBe(true)
    for (const ground of GROUNDS) expect(contrast(text, ground), ground).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['ok', 'ok-tint'],
    ['warn', 'warn-tint'],
    ['seal', 'paper'],
    ['white', 'brand'],
    ['white', 'brand-deep'],
    ['white', 'ok'],
    ['white', 'warn'],
    ['white', 'stop'],
    ['white', 'ink-soft'],
  ])('%s on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('the focus frame stands out from itself', () => {
    expect(contrast('ink', 'focus')).toBeGreaterThanOrEqual(3)
  })
})
