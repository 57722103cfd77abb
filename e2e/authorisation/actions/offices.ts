import type { Action } from './action'

const caseReason = '等待外地机构回函，预计两天'

/** Of the offices: their own cases, by those whose part it is. */
export const actionsOfOffices: Record<string, Action> = {
  'app/staff/search.ts search': {
    on: () => '/staff',
    offeredTo: 'officer',
    form: 'search',
    typed: ({ open: reference }) => ({ search: reference }),
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/take-next.ts takeNext': {
    on: () => '/staff',
    offeredTo: 'officer',
    form: words => words.staff.takeNext,
    // Each takes the next case of their own offices.
    alsoFor: ['supervisor', 'officer elsewhere'],
    changes: true,
  },
  'app/staff/cases/[reference]/buttons.ts claim': {
    on: ({ toClaim }) => `/staff/cases/${toClaim}`,
    offeredTo: 'officer',
    form: words => words.staff.action.claim,
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/cases/[reference]/buttons.ts release': {
    on: ({ toClaim }) => `/staff/cases/${toClaim}`,
    offeredTo: 'officer',
    form: words => words.staff.action.release,
    changes: true,
  },
  'app/staff/cases/[reference]/buttons.ts register': {
    on: ({ toRegister }) => `/staff/cases/${toRegister}`,
    offeredTo: 'officer',
    form: words => words.staff.action.register,
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/cases/[reference]/reveal.ts reveal': {
    on: ({ open: reference }) => `/staff/cases/${reference}`,
    offeredTo: 'officer',
    form: words => words.staff.reveal.go,
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/cases/[reference]/correction/send-correction.ts sendCorrection': {
    on: ({ toCorrect }) => `/staff/cases/${toCorrect}/correction`,
    offeredTo: 'officer',
    form: 'words-address',
    typed: { address: 'yes', step: 'send' },
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/cases/[reference]/transfer/transfer.ts transfer': {
    on: ({ toTransfer }) => `/staff/cases/${toTransfer}/transfer`,
    offeredTo: 'officer',
    form: 'office',
    typed: { office: '420202007', reason: caseReason },
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/cases/[reference]/rejection/propose.ts propose': {
    on: ({ toPropose }) => `/staff/cases/${toPropose}/rejection`,
    offeredTo: 'officer',
    form: 'explanation',
    typed: {
      reason: 'already-registered',
      explanation: '同一登记已经由另一个机构办理完毕，编号见说明，无需再次登记。',
      evidence: '登记系统中的同一登记',
      step: 'send',
    },
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/cases/[reference]/proposal/answer-proposal.ts answerProposal': {
    on: ({ proposed }) => `/staff/cases/${proposed}/proposal`,
    offeredTo: 'supervisor',
    form: 'answer',
    typed: { answer: 'confirm' },
    changes: true,
  },
  'app/staff/cases/[reference]/set-right/set-right.ts setRight': {
    on: ({ rejected }) => `/staff/cases/${rejected}/set-right`,
    offeredTo: 'supervisor',
    form: 'ground',
    typed: { ground: 'office-corrected', note: '经复核，两次登记不是同一次生育。' },
    changes: true,
  },
  'app/staff/cases/[reference]/extension/request-more-time.ts requestMoreTime': {
    on: ({ toAskForTime }) => `/staff/cases/${toAskForTime}/extension`,
    offeredTo: 'officer',
    form: 'days',
    typed: { days: '1', reason: caseReason },
    alsoFor: ['supervisor'],
    changes: true,
  },
  'app/staff/cases/[reference]/extension/decline.ts decline': {
    on: ({ asked }) => `/staff/cases/${asked}/extension`,
    offeredTo: 'supervisor',
    form: 'note',
    typed: { note: '可以按时办结' },
    changes: true,
  },
  'app/staff/cases/[reference]/extension/extend.ts extend': {
    on: ({ toExtend }) => `/staff/cases/${toExtend}/extension`,
    offeredTo: 'supervisor',
    form: 'days',
    typed: { days: '1', reason: caseReason },
    changes: true,
  },
  'app/staff/supervision/reassign/[reference]/reassign.ts reassign': {
    on: ({ open: reference }) => `/staff/supervision/reassign/${reference}`,
    offeredTo: 'supervisor',
    form: 'colleague',
    typed: { colleague: 'HS101' },
    changes: true,
  },
  'app/staff/supervision/records/[reference]/close-record.ts closeRecord': {
    on: ({ record }) => `/staff/supervision/records/${record}`,
    offeredTo: 'county',
    form: 'finding',
    typed: { finding: '经办人请假，未安排替班；已补充替班安排。' },
    changes: true,
  },
}
