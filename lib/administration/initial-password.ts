import { randomInt } from 'node:crypto'

/** Nothing that is read as something else: no 0 and o, no 1, l and i. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be handed over once: four groups of four, some 79 bits. */
export function newInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
