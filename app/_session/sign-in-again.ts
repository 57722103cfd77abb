import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { wayBack } from '@/app/_language/way-back'
import { type KeptName, keepTyped } from './typed-before'

/** What the pages of signing in are told, so that they can say that nothing was lost. */
export const SESSION_OVER = 'session-over'

/**
 * Sends somebody whose session is over to sign in and then back to the page of the form, which shows again what
 * they typed. Where the page is not known or the words are too long to keep, it does nothing.
 */
export async function signInAgain({
  form,
  values,
}: {
  form: KeptName
  values: Record<string, string>
}): Promise<void> {
  const sent = await headers()
  const from = wayBack({ asked: null, referer: sent.get('referer'), host: sent.get('host') })
  const [page = from, query] = from.split('?')
  if (page === '/' || !(await keepTyped({ form, page, values }))) return
  const back = withoutNews({ page, query })
  const door = page.startsWith('/staff/') ? '/staff/sign-in' : '/sign-in'
  redirect(`${door}?${new URLSearchParams({ back, because: SESSION_OVER })}`)
}

/** By these the pages tell what was just done, as that a link was sent; after signing in that is no news any more. */
const news = ['done', 'link', 'because', 'sent', 'filed', 'ended']

function withoutNews({ page, query }: { page: string; query: string | undefined }): string {
  const kept = new URLSearchParams(query)
  for (const name of news) kept.delete(name)
  return kept.size > 0 ? `${page}?${kept}` : page
}
