import type { Messages } from '../../app/_language/messages'
import type { Place, Role } from './world'

export type Action = {
  /** The page that offers the form, to whom. */
  on: (places: Record<Place, string>) => string
  offeredTo: Role
  /** How the form is known: a control that only it has, or the words of its button. */
  form: string | ((words: Messages) => string)
  /** What is typed into it; the rest as the page offers it. */
  typed?: Record<string, string> | ((places: Record<Place, string>) => Record<string, string>)
  /** Who may do it besides; everybody else who sends the same form changes nothing. */
  alsoFor?: readonly Role[]
  /** Left out where the page's own rules, not the role, decide whether something changes. */
  changes?: true
}

const caseReason = '等待外地机构回函，预计两天'
const open: readonly Role[] = [
  'anonymous',
  'resident',
  'other resident',
  'officer',
  'officer elsewhere',
  'supervisor',
  'county',
  'administrator',
  'auditor',
]

/**
 * Every server action of the build, by file and name. A new one without an entry fails
 * (app/every-door-is-listed.test.ts).
 */
export const actions: Record<string, Action> = {
  // Ends the session of whoever sends it, and no other.
  'app/_session/leave.ts leave': {
    on: () => '/applications',
    offeredTo: 'other resident',
    form: words => words['sign-in'].signOut,
    alsoFor: open,
  },
  'app/sign-in/send-code.ts sendCode': {
    on: () => '/sign-in',
    offeredTo: 'anonymous',
    form: 'phone',
    typed: { phone: '13712345678' },
    alsoFor: open,
    changes: true,
  },
  'app/sign-in/send-code.ts sendCodeAgain': {
    on: () => '/sign-in/code',
    offeredTo: 'anonymous',
    form: words => words['sign-in'].noCode.again,
    alsoFor: open,
  },
  'app/sign-in/code/sign-in.ts signIn': {
    on: () => '/sign-in/code',
    offeredTo: 'anonymous',
    form: 'code',
    typed: { code: '000000' },
    alsoFor: open,
  },
  'app/staff/sign-in/sign-in.ts signIn': {
    on: () => '/staff/sign-in',
    offeredTo: 'anonymous',
    form: 'password',
    typed: { name: 'nobody', password: 'nothing' },
    alsoFor: open,
  },
  'app/verify/verify-typed.ts verifyNumber': {
    on: () => '/verify',
    offeredTo: 'anonymous',
    form: 'number',
    typed: { number: '1', check: '2' },
    alsoFor: open,
  },
  'app/verify/verify-typed.ts verifyLink': {
    on: () => '/verify',
    offeredTo: 'anonymous',
    form: 'link',
    typed: { link: 'none' },
    alsoFor: open,
  },
  // Whoever holds the secret link asks for a code on the other parent's phone; only that code answers.
  'app/confirm/[secret]/send-code.ts sendCode': {
    on: ({ confirmSecret }) => `/confirm/${confirmSecret}`,
    offeredTo: 'anonymous',
    form: words => words.confirm.code.send,
    alsoFor: open,
    changes: true,
  },
  'app/confirm/[secret]/give-answer.ts giveAnswer': {
    on: ({ confirmSecret }) => `/confirm/${confirmSecret}?sent=yes`,
    offeredTo: 'anonymous',
    form: 'answer',
    typed: { answer: 'confirm', code: '000000' },
    alsoFor: open,
  },

  'app/account/end-others.ts endOthers': {
    on: () => '/account',
    offeredTo: 'resident',
    form: words => words.account.sessions.endOthers,
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/apply/start.ts start': {
    on: () => '/apply',
    offeredTo: 'resident',
    form: words => words.apply.start.another,
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/apply/start.ts remove': {
    on: () => '/apply',
    offeredTo: 'resident',
    form: 'draft',
    typed: ({ draftToRemove }) => ({ draft: draftToRemove }),
    changes: true,
  },
  'app/apply/[draftId]/[question]/save.ts save': {
    on: ({ draft }) => `/apply/${draft}/who-applies`,
    offeredTo: 'resident',
    form: 'who',
    typed: { who: 'relative' },
    changes: true,
  },
  'app/apply/[draftId]/sign/sign.ts sign': {
    on: ({ completeDraft }) => `/apply/${completeDraft}/sign`,
    offeredTo: 'resident',
    form: 'typedName',
    typed: { typedName: '李婷', sendCode: 'yes' },
    changes: true,
  },
  'app/applications/[reference]/apply-again.ts applyAgain': {
    on: ({ withdrawn }) => `/applications/${withdrawn}`,
    offeredTo: 'resident',
    form: words => words.applications.outcome.again,
    changes: true,
  },
  'app/applications/[reference]/ask-again.ts askAgain': {
    on: ({ withOtherParent }) => `/applications/${withOtherParent}`,
    offeredTo: 'resident',
    form: words => words.applications.otherParent.again,
    // Asked a moment ago: too soon even for the applicant.
  },
  'app/applications/[reference]/correction/send-correction.ts sendCorrection': {
    on: ({ correction }) => `/applications/${correction}/correction`,
    offeredTo: 'resident',
    form: 'words',
    typed: { 'address-basis': 'residence', 'address-detail': '天津路社区 12 号 3 楼', words: '已改' },
    changes: true,
  },
  'app/applications/[reference]/withdraw/withdraw.ts withdraw': {
    on: ({ toWithdraw }) => `/applications/${toWithdraw}/withdraw`,
    offeredTo: 'resident',
    form: words => words.applications.withdraw.go,
    changes: true,
  },

  'app/certificates/[number]/print-code/make-code.ts makeCode': {
    on: ({ certificate }) => `/certificates/${certificate}/print-code`,
    offeredTo: 'resident',
    form: words => words.print.code.make,
    changes: true,
  },
  'app/certificates/[number]/hearing/give-answer.ts giveAnswer': {
    on: ({ heard }) => `/certificates/${heard}/hearing`,
    offeredTo: 'resident',
    form: 'answer',
    typed: { answer: '两次登记不是同一次生育，材料可以证明。' },
    changes: true,
  },
  'app/certificates/[number]/reissue/reissue.ts reissue': {
    on: ({ certificate }) => `/certificates/${certificate}/reissue`,
    offeredTo: 'resident',
    form: words => words.print.reissue.do,
    changes: true,
  },

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

  'app/staff/admin/calendar/[year]/publish.ts publish': {
    on: () =>
      `/staff/admin/calendar/2027?${new URLSearchParams({ sourceLink: 'https://www.gov.cn/2027', holidays: '2027-01-01 元旦', makeUpDays: '' })}`,
    offeredTo: 'administrator',
    form: 'sourceLink',
    changes: true,
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
  },
  'app/staff/admin/reasons/[code]/retire.ts retire': {
    on: () => '/staff/admin/reasons/identity-not-confirmed',
    offeredTo: 'administrator',
    form: words => words.admin.reason.retire,
    changes: true,
  },
  'app/staff/admin/staff/new/add.ts add': {
    on: () => '/staff/admin/staff/new',
    offeredTo: 'administrator',
    form: 'signInName',
    typed: { name: '新来的', staffNumber: 'HS900', signInName: 'newcomer', role: 'auditor' },
    changes: true,
  },
  'app/staff/admin/staff/[number]/change.ts change': {
    on: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    offeredTo: 'administrator',
    form: 'role',
    typed: { role: 'supervisor', 'office-420202006': 'yes' },
    changes: true,
  },
  'app/staff/admin/staff/[number]/account.ts renew': {
    on: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    offeredTo: 'administrator',
    form: words => words.admin.staff.renew,
    changes: true,
  },
  'app/staff/admin/staff/[number]/account.ts end': {
    on: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    offeredTo: 'administrator',
    form: words => words.admin.staff.end,
    changes: true,
  },
  'app/staff/admin/staff/[number]/account.ts comeBack': {
    on: ({ staffNumber }) => `/staff/admin/staff/${staffNumber}`,
    offeredTo: 'administrator',
    form: words => words.admin.staff.comeBack,
    changes: true,
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
