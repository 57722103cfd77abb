const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The check character of a text by the hybrid systems of ISO/IEC 7064: MOD 37,36 over digits and capital
 * letters, MOD 11,10 over digits alone.
 *
 * @throws RangeError on a character outside the alphabet
 */
export function iso7064CheckCharacter({
  text,
  system,
}: {
  text: string
  system: 'MOD 37,36' | 'MOD 11,10'
}): string {
  const modulus = system === 'MOD 37,36' ? 36 : 10
  let product = modulus
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0 || value >= modulus) throw new RangeError(`a character outside the alphabet of ${system}`)
    const sum = (product + value) % modulus || modulus
    product = (sum * 2) % (modulus + 1)
  }
  return ALPHABET.charAt((modulus + 1 - product) % modulus)
}

/** Whether a text ends with its own check character. Never throws. */
export function endsWithItsCheckCharacter({
  text,
  system,
}: {
  text: string
  system: 'MOD 37,36' | 'MOD 11,10'
}): boolean {
  const alphabet = system === 'MOD 37,36' ? /^[0-9A-Z]{2,}$/ : /^\d{2,}$/
  return alphabet.test(text) && iso7064CheckCharacter({ text: text.slice(0, -1), system }) === text.at(-1)
}
