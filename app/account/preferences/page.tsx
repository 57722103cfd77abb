import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { preferencesOf, sendsEmail } from '@/lib/notifications'
import { environment } from '@/lib/platform/env'
import { LANGUAGES } from '../../_language/languages'
import { service } from '../../_service'
import { requireResident } from '../../_session/viewer'
import { AccountPage } from '../_parts/account-page'
import { savePreferences } from './save-preferences'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.preferences')
  return { title: t('title') }
}

/** What the person wants here: fewer messages, or more, and in a language that they read. */
export default async function PreferencesPage() {
  const viewer = await requireResident({ back: '/account/preferences' })
  const [t, tAccount, { language, smsFor, emailFor, email }] = await Promise.all([
    getTranslations('account.preferences'),
    getTranslations('account'),
    preferencesOf({ viewer }, service()),
  ])
  return (
    <AccountPage path="/account/preferences" title={t('title')} lead={t('lead')}>
      <ActionForm action={savePreferences}>
        <ChoiceField
          name="sms"
          label={t('sms')}
          defaultValue={smsFor}
          choices={[
            { value: 'everything', label: t('smsEverything') },
            { value: 'needed', label: t('smsNeeded'), hint: t('smsNeededHint') },
          ]}
        />
        {email ? (
          <ChoiceField
            name="email"
            label={t('email')}
            defaultValue={emailFor}
            choices={[
              { value: 'everything', label: t('emailEverything') },
              { value: 'nothing', label: t('emailNothing') },
            ]}
          />
        ) : (
          sendsEmail(environment()) && (
            <p>
              {t('emailNone')}
              <a href="/account/email">{t('emailAdd')}</a>
            </p>
          )
        )}
        <ChoiceField
          name="language"
          label={t('language')}
          defaultValue={language}
          choices={LANGUAGES.map(value => ({
            value,
            label: <span lang={value}>{tAccount(`languages.${value}`)}</span>,
          }))}
        />
        <Button>{t('save')}</Button>
      </ActionForm>
    </AccountPage>
  )
}
