import { createTranslator } from 'next-intl'
import { FORMATS, TIME_ZONE } from './formats'
import { chooseLanguage, LANGUAGE_COOKIE, type Language } from './languages'
import { MESSAGES } from './messages'

/** The value of a cookie in a request's header, as RFC 6265 §5.4 writes it. */
export function cookieOf({ headers }: Pick<Request, 'headers'>, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map(pair => pair.trim())
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Language of a request in hand, chosen as for every page. */
export function languageOf(request: Pick<Request, 'headers'>): Language {
  return chooseLanguage({
    chosen: cookieOf(request, LANGUAGE_COOKIE),
    accepted: request.headers.get('accept-language'),
  })
}

/** The words of an answer that is given without the framework. */
export function wordsOfAnswers(locale: Language) {
  return createTranslator({
    locale,
    namespace: 'verify',
    messages: MESSAGES[locale],
    timeZone: TIME_ZONE,
    formats: FORMATS,
  })
}
