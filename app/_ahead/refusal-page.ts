import { createTranslator } from 'next-intl'
import { MESSAGES } from '@/app/_language/messages'
import { cookieOf, languageOf } from '@/app/_language/of-request'
import { TEXT_SIZE_COOKIE } from '@/app/_language/text-size'
import { answerStyle } from '@/app/v/_answer/answer-style'
import { type Html, html } from '@/app/v/_answer/html'

/**
 * Why the framework does not answer: the address holds what no text may hold, or the form was made by a version
 * of the service that does not run any more.
 */
export type Refusal = 'unreadable' | 'renewed'

/** What such a page carries besides: it needs nothing but itself. */
export const refusalHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

/**
 * A whole page in the language of the request, in place of the framework's bare line. What the person wants here:
 * to know that nothing is lost, and a way on.
 *
 * @param address path and query as they were asked for
 */
export function refusalPage({
  why,
  address,
  headers,
}: {
  why: Refusal
  address: string
  headers: Headers
}): string {
  const language = languageOf({ headers })
  const words = createTranslator({ locale: language, messages: MESSAGES[language] })
  const [path = '/'] = address.split('?')
  const home = /^\/staff(\/|$)/.test(path) ? '/staff' : '/'
  const name = words(`shell.name.${home === '/' ? 'resident' : 'staff'}`)
  const isLarge = cookieOf({ headers }, TEXT_SIZE_COOKIE) === 'large'
  const said = {
    unreadable: {
      title: words('shell.unreadable.title'),
      lead: words('shell.unreadable.lead'),
      next: null,
      on: isOurs(path) && path !== address && link(path, words('shell.unreadable.without')),
    },
    renewed: {
      title: words('problem.renewed.title'),
      lead: words('problem.renewed.lead'),
      next: html`<p>${words('problem.renewed.next')}</p>`,
      on: isOurs(address) && link(address, words('problem.renewed.again')),
    },
  }[why]
  const document = html`<!doctype html><html lang="${language}"${isLarge ? html` class="large"` : null}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${said.title} · ${name}</title><link rel="icon" href="/icon.svg"><style>${{ markup: answerStyle }}</style></head><body><header><div><a class="home" href="${home}">${name}</a><span class="place">${words(`shell.place.${home === '/' ? 'resident' : 'staff'}`)}</span></div></header><main><h1>${said.title}</h1><p>${said.lead}</p>${said.next}${said.on}${link(home, words('shell.unreadable.home'))}</main></body></html>`
  return document.markup
}

/** Whether a link to it stays here and can be opened: `//host` would lead elsewhere. */
function isOurs(address: string): boolean {
  return /^\/(?!\/)/.test(address) && !/%00|\\/.test(address)
}

function link(to: string, says: string): Html {
  return html`<p class="line"><a href="${to}">${says}</a></p>`
}
