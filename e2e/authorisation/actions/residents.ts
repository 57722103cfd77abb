import type { Action } from './action'

/** Of residents: each for their own drafts, applications and certificates. */
export const actionsOfResidents: Record<string, Action> = {
  'app/account/end-others.ts endOthers': {
    on: () => '/account',
    offeredTo: 'resident',
    form: words => words.account.sessions.endOthers,
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/account/data/ask-for-copy.ts askForCopy': {
    on: () => '/account/data',
    offeredTo: 'resident',
    form: words => words['data-rights'].copy.go,
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/account/data/consent/withdraw.ts withdraw': {
    on: () => '/account/data/consent',
    offeredTo: 'resident',
    form: words => words['data-rights'].consent.submit,
    // Each resident takes back their own; without the yes of its own nothing ends.
    typed: ({ open }) => ({ reference: open, alsoWithdraw: '' }),
  },
  'app/account/data/erase/erase.ts erase': {
    on: () => '/account/data/erase',
    offeredTo: 'resident',
    form: words => words['data-rights'].erase.submit,
    // Without the yes nothing goes, of anybody's.
    typed: { yes: '' },
  },
  'app/account/data/other/ask.ts ask': {
    on: () => '/account/data/other',
    offeredTo: 'resident',
    form: 'text',
    typed: { text: '请改正我的名字' },
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/account/phone/ask-for-change.ts askForChange': {
    on: () => '/account/phone',
    offeredTo: 'resident',
    form: 'phone',
    typed: { phone: '13712345670' },
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/account/phone/codes/change-phone.ts changePhone': {
    // Behind the page above, whose action began a change.
    on: () => '/account/phone/codes',
    offeredTo: 'resident',
    form: 'newCode',
    typed: { newCode: '000000', oldCode: '000000' },
    alsoFor: ['other resident'],
  },
  'app/account/email/send-code.ts sendEmailCode': {
    on: () => '/account/email',
    offeredTo: 'resident',
    form: 'email',
    typed: { email: 'nobody@example.cn' },
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/account/email/send-code.ts forgetEmail': {
    on: () => '/account/email',
    offeredTo: 'resident',
    form: words => words.account.changeEmail.remove,
    alsoFor: ['other resident'],
  },
  'app/account/email/code/confirm-email.ts confirmEmail': {
    on: () => '/account/email/code',
    offeredTo: 'resident',
    form: 'code',
    typed: { code: '000000' },
    alsoFor: ['other resident'],
    afterEmail: true,
  },
  'app/account/preferences/save-preferences.ts savePreferences': {
    on: () => '/account/preferences',
    offeredTo: 'resident',
    form: 'sms',
    typed: { sms: 'needed', language: 'en' },
    alsoFor: ['other resident'],
    changes: true,
  },
  'app/account/unlink.ts unlink': {
    on: () => '/account',
    offeredTo: 'resident',
    form: words => words.account.unlink.replace('{provider}', ''),
    alsoFor: ['other resident'],
  },
  'app/apply/start.ts start': {
    on: () => '/apply',
    offeredTo: 'resident',
    form: words => words.apply.start.another,
    alsoFor: ['other resident', 'officer elsewhere'],
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
  'app/applications/[reference]/mandate/ask-principal-again.ts askAgain': {
    on: ({ proxied }) => `/applications/${proxied}`,
    offeredTo: 'resident',
    form: 'principalPhone',
    typed: { principalPhone: '13900000004' },
    changes: true,
  },
  'app/applications/[reference]/mandate/answer.ts answer': {
    on: ({ mandate }) => `/applications/${mandate}/mandate`,
    offeredTo: 'resident',
    form: 'idEnding',
    typed: { answer: 'deny', idEnding: '123523' },
    changes: true,
  },
  'app/applications/[reference]/mandate/wrong-phone.ts wrongPhone': {
    on: ({ mistaken }) => `/applications/${mistaken}/mandate`,
    offeredTo: 'resident',
    form: words => words.mandate.wrongPhone.go,
    changes: true,
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

  'app/applications/[reference]/documents/remove.ts remove': {
    on: ({ shown }) => `/applications/${shown}/documents`,
    offeredTo: 'resident',
    form: 'attachment',
    changes: true,
  },
  'app/applications/[reference]/messages/write.ts write': {
    on: ({ open }) => `/applications/${open}/messages`,
    offeredTo: 'resident',
    form: 'text',
    typed: { text: '请问什么时候可以领取？' },
    changes: true,
  },

  'app/applications/[reference]/complaint/complain.ts complain': {
    on: ({ toComplain }) => `/applications/${toComplain}/complaint`,
    offeredTo: 'resident',
    form: 'text',
    typed: { text: '经办人说还要交别的材料。' },
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

  'app/staff/certificates/[number]/decide.ts tellHolder': {
    on: ({ toHear }) => `/staff/certificates/${toHear}`,
    offeredTo: 'supervisor',
    form: 'reason',
    typed: { reason: '承诺的事实经核查不实。' },
    changes: true,
  },
  'app/staff/certificates/[number]/decide.ts decide': {
    on: ({ toDecide }) => `/staff/certificates/${toDecide}`,
    offeredTo: 'supervisor',
    form: 'note',
    typed: { note: '已听取陈述，事实属实。', outcome: 'dropped' },
    changes: true,
  },
}
