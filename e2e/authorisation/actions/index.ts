import { roles } from '../world'
import type { Action } from './action'
import { actionsOfAdministration } from './administration'
import { actionsOfAuditors } from './auditors'
import { actionsOfEverybody } from './everybody'
import { actionsOfOffices } from './offices'
import { actionsOnOwnAccount } from './own-accounts'
import { actionsOfResidents } from './residents'

export type { Action }

/**
 * Every server action of the build, by file and name. A new one without an entry fails
 * (app/every-door-is-listed.test.ts).
 */
export const actions: Record<string, Action> = {
  ...actionsOfEverybody,
  ...actionsOfResidents,
  ...actionsOfOffices,
  ...actionsOfAuditors,
  ...actionsOnOwnAccount,
  // Late, since it ends with moving the clock of everything else.
  ...actionsOfAdministration,
  // Last, since it ends the session of whoever sends it, and no other.
  'app/_session/leave.ts leave': {
    on: () => '/applications',
    offeredTo: 'other resident',
    form: words => words['sign-in'].signOut,
    alsoFor: roles,
    changes: true,
  },
}
