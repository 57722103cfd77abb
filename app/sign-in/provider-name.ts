import { getLocale } from 'next-intl/server'
import { environment } from '@/lib/platform/env'

/** What the configured OpenID provider is called, in the reader's language; '' where there is none. */
export async function providerName(): Promise<string> {
  const { OIDC_NAME = '', OIDC_NAME_ENGLISH = '' } = environment()
  return (await getLocale()) === 'en' ? OIDC_NAME_ENGLISH : OIDC_NAME
}
