import { expect, test } from 'vitest'
import { remediesInEnglish, remediesText } from './remedies'

test('the remedies are told in English too, with the same terms and the same number to call', () => {
  const english = remediesInEnglish(remediesText)
  for (const said of ['sixty days', 'six months', 'people’s court', 'complain', '12345']) {
    expect(english).toContain(said)
  }
})

test('nobody claims a translation of other words', () => {
  expect(remediesInEnglish('旧的救济途径说明')).toBeNull()
})
