import { staffRoles } from '../doors/door'
import type { Role } from '../world'
import type { Action } from './action'

/** What everybody of the staff may do, each to their own account. */
const colleagues: readonly Role[] = staffRoles

/** Of a member of staff's own account. The auditor of the world has an app, a passkey and a second session. */
export const actionsOnOwnAccount: Record<string, Action> = {
  'app/staff/account/end-others.ts endOthers': {
    on: () => '/staff/account',
    offeredTo: 'auditor',
    form: words => words['staff-account'].sessions.endOthers,
    alsoFor: colleagues,
    changes: true,
  },
  'app/staff/account/password/change.ts change': {
    on: () => '/staff/account/password',
    offeredTo: 'auditor',
    form: 'currentPassword',
    typed: {
      currentPassword: 'handed over',
      newPassword: '磁湖边上的柳树青',
      newPasswordAgain: '磁湖边上的柳树青',
    },
    alsoFor: colleagues,
    changes: true,
    asksForFactor: true,
  },
  // The world has no device to answer; journeys of their own show the way to the end.
  'app/staff/account/add-factor.ts add': {
    on: () => '/staff/account/passkey',
    offeredTo: 'auditor',
    form: 'deviceName',
    typed: { deviceName: '手机' },
    alsoFor: colleagues,
    asksForFactor: true,
  },
  'app/staff/account/recovery-codes/make.ts make': {
    on: () => '/staff/account/recovery-codes',
    offeredTo: 'auditor',
    form: words => words['staff-account'].codes.go,
    alsoFor: colleagues,
    changes: true,
    asksForFactor: true,
  },
  'app/staff/account/remove/remove.ts remove': {
    on: () => '/staff/account/remove',
    offeredTo: 'auditor',
    form: 'factor',
    typed: { factor: 'authenticator' },
    alsoFor: colleagues,
    changes: true,
    asksForFactor: true,
  },
}
