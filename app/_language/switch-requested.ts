import { isSecure } from '@/app/_session/cookie'
import { rememberChoice } from './keep-choice'
import { isLanguage, LANGUAGE_COOKIE } from './languages'
import { TEXT_SIZE_COOKIE, textSizeFor } from './text-size'

/**
 * The header's switches on a question page are buttons of its form, so that what was typed is saved first.
 * The form's action calls this after saving and then redirects to its own page. The choice is kept here and
 * not by the routes of the links: a redirect from an action to a route would not reach the browser with scripts.
 *
 * @returns whether a switch was pressed
 */
export async function keepRequestedSwitch(form: FormData): Promise<boolean> {
  const language = form.get('switchLanguage')
  const textSize = form.get('switchTextSize')
  if (isLanguage(language)) {
    await rememberChoice({ cookie: LANGUAGE_COOKIE, value: language, secure: isSecure() })
  }
  const size = typeof textSize === 'string' ? textSizeFor(textSize) : null
  if (size !== null) await rememberChoice({ cookie: TEXT_SIZE_COOKIE, value: size, secure: isSecure() })
  return language !== null || textSize !== null
}
