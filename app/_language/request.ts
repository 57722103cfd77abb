import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { FORMATS, TIME_ZONE } from './formats'
import { chooseLanguage, LANGUAGE_COOKIE, type Language } from './languages'
import { MESSAGES, type Messages } from './messages'

declare module 'next-intl' {
  // An interface, because it is merged with next-intl's own: keys and languages are checked by the compiler.
  interface AppConfig {
    Locale: Language
    Messages: Messages
    Formats: typeof FORMATS
  }
}

/** Language of this request, from cookie or browser, never from the address: a link means the same to everybody. */
export default getRequestConfig(async () => {
  const [cookieJar, requestHeaders] = await Promise.all([cookies(), headers()])
  const locale = chooseLanguage({
    chosen: cookieJar.get(LANGUAGE_COOKIE)?.value,
    accepted: requestHeaders.get('accept-language'),
  })
  return { locale, messages: MESSAGES[locale], timeZone: TIME_ZONE, formats: FORMATS }
})
