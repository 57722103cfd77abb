import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import type { FormState } from '@/components/form-state'
import { type CodePurpose, secondsUntilNextCode } from '@/lib/identity'
import { service } from '../_service'
import { WaitForNext } from './wait-for-next'

type NoCodeProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  back: string
  purpose: CodePurpose
  phone: string
}

/** What to do when no message comes: look, wait, and after a minute ask for another. */
export async function NoCode({ action, back, purpose, phone }: NoCodeProps) {
  const [t, seconds] = await Promise.all([
    getTranslations('sign-in.noCode'),
    secondsUntilNextCode({ purpose, phone }, service()),
  ])
  return (
    <>
      <h2>{t('title')}</h2>
      <p>{t('text')}</p>
      <ActionForm action={action}>
        <input type="hidden" name="back" value={back} />
        <WaitForNext seconds={seconds} words={t.raw('wait')} over={t('now')} />
        <Button kind="secondary">{t('again')}</Button>
      </ActionForm>
      {purpose === 'sign-in' && (
        <p>
          {t('lost')} <a href="/guide#offices">{t('offices')}</a>
        </p>
      )}
    </>
  )
}
