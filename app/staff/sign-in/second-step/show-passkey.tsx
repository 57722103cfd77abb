import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { PasskeyQuestion } from '../../_factor/passkey-question'
import { passkeyWords } from '../../_factor/passkey-words'
import { answerPasskey } from './answer-passkey'

/** Signs in with a passkey; the page's main way where there is no app. */
export async function ShowPasskey({ back, isOnly }: { back: string; isOnly: boolean }) {
  const [t, words] = await Promise.all([getTranslations('second-factor.signIn'), passkeyWords()])
  return (
    <section className="flow-small">
      {!isOnly && <h2>{t('passkeyTitle')}</h2>}
      <p className="text-ink-soft">{t('passkeyText')}</p>
      <ActionForm action={answerPasskey}>
        <input type="hidden" name="back" value={back.slice(0, 1_000)} />
        <PasskeyQuestion kind="show" {...words} />
        <Button kind={isOnly ? 'primary' : 'secondary'}>{t('passkey')}</Button>
      </ActionForm>
    </section>
  )
}
