import type { Action } from './action'

/** Of the administrator, who sees no cases. */
export const actionsOfAdministration: Record<string, Action> = {
  'app/staff/admin/calendar/[year]/publish.ts publish': {
    on: () =>
      `/staff/admin/calendar/2027?${new URLSearchParams({ sourceLink: 'https://www.gov.cn/2027', holidays: '2027-01-01 元旦', makeUpDays: '' })}`,
    offeredTo: 'administrator',
    form: 'sourceLink',
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/limits/add.ts add': {
    on: () => '/staff/admin/limits',
    offeredTo: 'administrator',
    form: 'lawEnglish',
    typed: {
      kind: 'complaint-answer',
      workingDays: '4',
      'fromDate-year': '2099',
      'fromDate-month': '1',
      'fromDate-day': '1',
      law: '湖北省试行办法第一条',
      lawEnglish: 'Trial measures of Hubei, article 1',
    },
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/offices/[code]/change.ts change': {
    on: () => '/staff/admin/offices/420202006',
    offeredTo: 'administrator',
    form: 'opensAt',
    typed: { opensAt: '08:00' },
    changes: true,
  },
  'app/staff/admin/reasons/[code]/publish.ts publish': {
    on: () => '/staff/admin/reasons/already-registered',
    offeredTo: 'administrator',
    form: 'titleEnglish',
    typed: { titleEnglish: 'This birth is registered already' },
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/reasons/[code]/retire.ts retire': {
    on: () => '/staff/admin/reasons/identity-not-confirmed',
    offeredTo: 'administrator',
    form: words => words.admin.reason.retire,
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/staff/new/add.ts add': {
    on: () => '/staff/admin/staff/new',
    offeredTo: 'administrator',
    form: 'signInName',
    typed: { name: '新来的', staffNumber: 'HS900', signInName: 'newcomer', role: 'auditor' },
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/staff/[number]/change.ts change': {
    on: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    offeredTo: 'administrator',
    form: 'role',
    typed: { role: 'supervisor', 'office-420202006': 'yes' },
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/staff/[number]/account.ts renew': {
    on: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    offeredTo: 'administrator',
    form: words => words.admin.staff.renew,
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/staff/[number]/account.ts end': {
    on: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    offeredTo: 'administrator',
    form: words => words.admin.staff.end,
    changes: true,
    asksForFactor: true,
  },
  'app/staff/admin/staff/[number]/account.ts comeBack': {
    on: ({ endedStaffNumber }) => `/staff/admin/staff/${endedStaffNumber}`,
    offeredTo: 'administrator',
    form: words => words.admin.staff.comeBack,
    changes: true,
    asksForFactor: true,
  },
  // Last of all, since it moves the clock of everything else.
  'app/staff/admin/clock/travel.ts travel': {
    on: () => '/staff/admin/clock',
    offeredTo: 'administrator',
    form: 'days',
    typed: { days: '1' },
    changes: true,
  },
}
