import { isByProxy } from './01-who-applies'
import { readName } from './person-fields'
import type { Question } from './question'

/** The proxy's own name; whoever signs is known by the phone with which they signed in. */
export const proxy: Question<string> = {
  name: 'proxy',
  fields: ['name'],
  isAsked: isByProxy,
  read: typed => readName({ typed, field: 'name' }),
}
