import fc from 'fast-check'
import { allNaughtyStrings, naughtyBytes } from './naughty-strings'

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...allNaughtyStrings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...allNaughtyStrings), { maxLength: 3 }).map(some => some.join('')),
  },
)
export const anyBytes = fc.constantFrom(...naughtyBytes)

/** As a browser puts a text into an address; half a character as the bytes that an old program would send. */
export function encode(text: string): string {
  return [...text]
    .map(character => (character.isWellFormed() ? encodeURIComponent(character) : '%ED%A0%80'))
    .join('')
}
