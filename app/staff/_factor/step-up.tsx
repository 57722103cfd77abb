import { getTranslations } from 'next-intl/server'
import { factorsOf, hasRecentFactor, recentFactorMinutes, type StaffViewer } from '@/lib/identity'
import { service } from '../../_service'
import { DemoAuthenticatorHint } from './demo-authenticator-hint'
import { passkeyWords } from './passkey-words'
import { StepUpFields } from './step-up-fields'
import { stepUpField } from './step-up-of-form'

type StepUpProps = {
  viewer: StaffViewer
  /** Which form of the page this is; each has a field of its own. */
  of: string
  /** Ask with the page where the last time is too long ago, for a form whose answers cannot be shown again. */
  atOnce?: boolean
}

/**
 * The second factor again, inside the form that needs it. Where the last one is recent enough nothing is
 * seen of it; else the form comes back as it was sent, with one field more.
 */
export async function StepUp({ viewer, of, atOnce = false }: StepUpProps) {
  const { db } = service()
  const [t, words, { authenticatorSince, passkeys }, isRecent] = await Promise.all([
    getTranslations('second-factor.stepUp'),
    passkeyWords(),
    factorsOf(db, viewer),
    hasRecentFactor(db, { viewer }),
  ])
  const has = authenticatorSince ? 'code' : 'recoveryCode'
  return (
    <StepUpFields
      field={stepUpField(of)}
      isAsked={atOnce && !isRecent}
      title={t('title')}
      label={t(`${has}.label`)}
      hint={t(`${has}.hint`, { minutes: recentFactorMinutes })}
      passkey={passkeys.length > 0 ? words : null}
      demo={authenticatorSince && <DemoAuthenticatorHint />}
    />
  )
}
