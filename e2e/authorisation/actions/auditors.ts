import type { Action } from './action'

/** Of auditors; the county allows exports, too, from the same page. */
export const actionsOfAuditors: Record<string, Action> = {
  'app/staff/audit/alerts/close.ts close': {
    on: () => '/staff/audit/alerts',
    offeredTo: 'auditor',
    form: 'alert',
    typed: { note: '已问清楚' },
    changes: true,
  },
  'app/staff/audit/exports/new/request.ts request': {
    on: () => '/staff/audit/exports/new',
    offeredTo: 'auditor',
    form: 'format',
    typed: { reason: '年度检查，给法制科看，看完销毁' },
    changes: true,
  },
  'app/staff/audit/exports/answer.ts answer': {
    on: () => '/staff/audit/exports',
    offeredTo: 'auditor',
    form: 'export',
    typed: { outcome: 'allowed', note: '同意' },
    alsoFor: ['county'],
    changes: true,
  },
  'app/staff/audit/phone-changes/look.ts look': {
    on: () => '/staff/audit/phone-changes',
    offeredTo: 'auditor',
    form: 'change',
    changes: true,
  },
  'app/staff/audit/requests/answer.ts answer': {
    on: () => '/staff/audit/requests',
    offeredTo: 'auditor',
    form: 'request',
    typed: { answer: '按隐私说明使用' },
    changes: true,
  },
}
