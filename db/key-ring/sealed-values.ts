import type { SealedColumn } from './sealed-columns'

/** A name as SQL writes it: one column is called like a word of the language. */
export function quoted(name: string): string {
  return `"${name}"`
}

/** The beginning of a sealed value as text, with its key's id; of a large one no more is read. */
function headOf({ name, isBinary }: SealedColumn): string {
  return isBinary
    ? `encode(substring(${quoted(name)} from 1 for 110), 'escape')`
    : `left(${quoted(name)}, 110)`
}

/** The id of the key that sealed a value. */
export function keyIdOf(column: SealedColumn): string {
  return `split_part(${headOf(column)}, '.', 2)`
}

/** That there is a sealed value: what was erased, or written before its column was sealed, has no key. */
export function isSealedValue(column: SealedColumn): string {
  return `${headOf(column)} like 'v1.%'`
}

/** That a value is sealed with another key than the one whose id is the first parameter. */
export function isOld(column: SealedColumn): string {
  return `(${isSealedValue(column)} and ${keyIdOf(column)} <> $1)`
}
