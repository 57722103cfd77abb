import { type Role, roles } from '../world'
import type { Action } from './action'

const everyone: readonly Role[] = roles

/** Of signing in and out, verifying, and answering a link: open to whoever comes. */
export const actionsOfEverybody: Record<string, Action> = {
  'app/sign-in/send-code.ts sendCode': {
    on: () => '/sign-in',
    offeredTo: 'anonymous',
    form: 'phone',
    typed: { phone: '13712345678' },
    alsoFor: everyone,
    changes: true,
  },
  'app/sign-in/send-code.ts sendCodeAgain': {
    on: () => '/sign-in/code',
    offeredTo: 'anonymous',
    form: words => words['sign-in'].noCode.again,
    alsoFor: everyone,
    afterPhone: true,
  },
  'app/sign-in/code/sign-in.ts signIn': {
    on: () => '/sign-in/code',
    offeredTo: 'anonymous',
    form: 'code',
    typed: { code: '000000' },
    alsoFor: everyone,
    afterPhone: true,
  },
  // Whoever holds the secret of the old number's link freezes the account.
  'app/account/objection/[secret]/object.ts object': {
    on: ({ objectionSecret }) => `/account/objection/${objectionSecret}`,
    offeredTo: 'anonymous',
    form: words => words.account.objection.open.go,
    alsoFor: everyone,
    changes: true,
  },
  'app/sign-in/openid/send-link-code.ts sendLinkCode': {
    on: () => '/sign-in/openid',
    offeredTo: 'anonymous',
    form: 'phone',
    typed: { phone: '13712345679' },
    alsoFor: everyone,
    afterProvider: true,
  },
  'app/sign-in/openid/send-link-code.ts sendLinkCodeAgain': {
    on: () => '/sign-in/openid/code',
    offeredTo: 'anonymous',
    form: words => words['sign-in'].noCode.again,
    alsoFor: everyone,
    afterPhone: true,
    afterProvider: true,
  },
  'app/sign-in/openid/code/choose-account.ts chooseAccount': {
    on: () => '/sign-in/openid/code',
    offeredTo: 'anonymous',
    form: 'choice',
    typed: { choice: 'new', code: '000000' },
    alsoFor: everyone,
    afterPhone: true,
    afterProvider: true,
  },
  'app/staff/sign-in/second-step/show-code.ts showCode': {
    on: () => '/staff/sign-in/second-step',
    offeredTo: 'second step',
    form: 'code',
    typed: { code: '000000' },
  },
  'app/staff/sign-in/second-step/answer-passkey.ts answerPasskey': {
    on: () => '/staff/sign-in/second-step',
    offeredTo: 'second step',
    form: 'passkeyAnswer',
  },
  'app/staff/sign-in/set-up/set-up.ts setUp': {
    on: () => '/staff/sign-in/set-up',
    offeredTo: 'without factor',
    form: 'firstCode',
    typed: { firstCode: '000000' },
  },
  'app/staff/sign-in/password/choose.ts choose': {
    on: () => '/staff/sign-in/password',
    offeredTo: 'newcomer',
    form: 'newPassword',
    typed: { newPassword: '磁湖边上的柳树青', newPasswordAgain: '磁湖边上的柳树青' },
    changes: true,
  },
  'app/staff/sign-in/sign-in.ts signIn': {
    on: () => '/staff/sign-in',
    offeredTo: 'anonymous',
    form: 'password',
    typed: { name: 'nobody', password: 'nothing' },
    alsoFor: everyone,
  },
  'app/verify/verify-typed.ts verifyNumber': {
    on: () => '/verify',
    offeredTo: 'anonymous',
    form: 'number',
    typed: { number: '1', check: '2' },
    alsoFor: everyone,
  },
  'app/verify/verify-typed.ts verifyLink': {
    on: () => '/verify',
    offeredTo: 'anonymous',
    form: 'link',
    typed: { link: 'none' },
    alsoFor: everyone,
  },
  // Whoever holds the secret link asks for a code on the other parent's phone; only that code answers.
  'app/confirm/[secret]/send-code.ts sendCode': {
    on: ({ confirmSecret }) => `/confirm/${confirmSecret}`,
    offeredTo: 'anonymous',
    form: words => words.confirm.code.send,
    alsoFor: everyone,
    changes: true,
  },
  'app/confirm/[secret]/give-answer.ts giveAnswer': {
    on: ({ confirmSecret }) => `/confirm/${confirmSecret}?sent=yes`,
    offeredTo: 'anonymous',
    form: 'answer',
    typed: { answer: 'confirm', code: '000000' },
    alsoFor: everyone,
  },
}
