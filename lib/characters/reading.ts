/** A reading as it is typed: lǜ, lü4 and lu: are lv; lüe is written lue as well, and is no other syllable. */
export function withoutTone(reading: string): string {
  return reading
    .toLowerCase()
    .replace(/u:/g, 'v')
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .replace(/[1-5]$/, '')
    .replace(/^([ln])ue$/, '$1ve')
}
