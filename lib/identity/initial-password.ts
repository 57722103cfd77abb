import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'

/** Nothing that is read as something else: no 0 and o, no 1, l and i. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be handed over once: four groups of four, some 79 bits. */
export function newInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** An initial password that was not used within a week opens nothing any more (ASVS 5.0, 6.4.1). */
export const INITIAL_PASSWORD_DAYS = 7
export const initialPasswordUntil = sql`service_now() + make_interval(days => ${INITIAL_PASSWORD_DAYS})`
