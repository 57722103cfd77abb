export {
  askProvider,
  attemptLastsSeconds,
  hearProvider,
  type OpenidAttempt,
  type OpenidFailure,
  type OpenidIdentity,
} from './ask-provider'
export { type LinkFailure, linkedSince, linkOwnAccount, unlinkOwnAccount } from './openid-links'
export { OPENID_CALLBACK, type OpenidSettings, openidSettings } from './provider'
export {
  type FirstChoice,
  type FirstSignInFailure,
  firstChoices,
  signInByLink,
  signInFirstTime,
} from './sign-in-by-openid'
