import type { Language } from '@/app/_language/languages'
import type { wordsOfAnswers } from '@/app/_language/of-request'
import { ANSWER_MARKS, type Answer as Look } from '@/components/answer-banner'
import { sayMoment } from '@/components/say-moment'
import { dateOnPaper, inGroupsOfFour } from '@/lib/certificates'
import { type Answer, answerOf, type Finding } from '@/lib/verification'
import { logLine, personCheck, purposeForm } from './answer-parts'
import { answerStyle } from './answer-style'
import { type Html, html } from './html'

export type Words = ReturnType<typeof wordsOfAnswers>

/** What the page says besides the answer itself. */
export type AnswerPage = {
  words: Words
  language: Language
  largeText: boolean
  /** Path of this page, for the forms and the switches. */
  path: string
  /** Where the service is reached; the address bar must say it. */
  host: string
  verification: Finding | Trouble
  /** Path of the answer for the certificate that replaced this one. */
  newer: string | null
  /** Where the newest entry about it stands in the public log, proven; null while no signed head covers it. */
  log: { index: number; size: number } | null
  /** What the check of the person said, and the name that was typed. */
  person: { tone: 'yes' | 'no' | 'wait'; said: string; name: string } | null
  /** What was said to the purpose that was told, and the words that were typed. */
  purpose: { tone: 'yes' | 'wait'; said: string; typed: string } | null
}

/** That no answer was found, and not because of the certificate. */
export type Trouble = { trouble: 'unavailable' | 'limit-reached'; seconds: number }

const looks: Record<Answer, Look> = {
  valid: 'ok',
  superseded: 'warn',
  revoked: 'stop',
  'not-ours': 'stop',
  unreadable: 'unknown',
  'cannot-tell': 'unknown',
}

/** The whole page of an answer: one word at a glance, what the paper must say, what to compare. No script. */
export function answerPage(page: AnswerPage): string {
  const { words, language, largeText, verification } = page
  const answer = 'trouble' in verification ? 'cannot-tell' : answerOf(verification)
  const document = html`<!doctype html><html lang="${language}"${largeText ? html` class="large"` : null}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex"><title>${words(`words.${answer}`)} · ${words('name')}</title><link rel="icon" href="/icon.svg">${rareFont(page)}<style>${{ markup: answerStyle }}</style></head><body>${header(page)}<main>${banner({ page, answer })}<p><strong>${words('address', { host: page.host })}</strong></p>${
    'genuine' in verification && verification.genuine
      ? genuine({ page, verification })
      : why({ page, verification })
  }</main></body></html>`
  return document.markup
}

/** A rare surname needs a font that few phones have; nobody else's answer waits for it. */
function rareFont({ verification }: AnswerPage): Html | null {
  if (!('genuine' in verification) || !verification.genuine) return null
  const isRare = /[\u3400-\u4dbf\u{20000}-\u{2ffff}]/u.test(verification.holders.join(''))
  return isRare ? html`<link rel="stylesheet" href="/fonts/rare.css">` : null
}

function header({ words, language, path, largeText }: AnswerPage): Html {
  const other = language === 'en' ? 'zh-CN' : 'en'
  const back = encodeURIComponent(path)
  return html`<header><div><a class="home" href="/verify">${words('name')}</a><span class="place">${words('place')}</span><nav><a href="/large-text?to=${largeText ? 'off' : 'on'}&amp;back=${back}" rel="nofollow">${words(largeText ? 'standardText' : 'largeText')}</a><a href="/language?to=${other}&amp;back=${back}" rel="nofollow" lang="${other}">${words('otherLanguage')}</a></nav></div></header>`
}

function banner({ page, answer }: { page: AnswerPage; answer: Answer }): Html {
  const { words, verification } = page
  const look = looks[answer]
  return html`<div class="answer ${look}"><svg viewBox="0 0 72 72" aria-hidden="true"><circle cx="36" cy="36" r="32"/><path d="${ANSWER_MARKS[look]}"/></svg><div><h1>${words(`words.${answer}`)}</h1><p>${meaning({ page, answer })}</p></div></div>${
    'genuine' in verification && verification.genuine && verification.demonstration
      ? html`<p class="said wait">${words('demonstration')}</p>`
      : null
  }`
}

/** What the answer means, with its moments in one piece each: a date breaks between day and hour at most. */
function meaning({ page, answer }: { page: AnswerPage; answer: Answer }): Html[] {
  const { moment, since } = momentsOf(page)
  const apart = page.words(`means.${answer}`, { moment: `\n${moment}\n`, since: `\n${since}\n` }).split('\n')
  return apart.map((text, index) => (index % 2 === 1 ? html`<time>${text}</time>` : html`${text}`))
}

function momentsOf({ verification, language }: AnswerPage): { moment: string; since: string } {
  if ('trouble' in verification) return { moment: '', since: '' }
  const now = verification.checkedAt
  const say = (instant: Date, withSeconds: boolean) =>
    sayMoment({ instant, now, locale: language, withSeconds, byName: false })
  return {
    moment: say(now, true),
    since: verification.genuine ? say(verification.statusSince, false) : '',
  }
}

function why({ page, verification }: { page: AnswerPage; verification: Finding | Trouble }): Html | null {
  const { words } = page
  if ('genuine' in verification && verification.genuine) return null
  const reason = 'trouble' in verification ? verification.trouble : verification.reason
  const seconds = 'trouble' in verification ? verification.seconds : 0
  return html`<p>${words(`reasons.${reason}`, { seconds })}</p><p class="line"><a href="/verify">${words('byNumber')}</a></p>`
}

function genuine({
  page,
  verification,
}: {
  page: AnswerPage
  verification: Extract<Finding, { genuine: true }>
}): Html {
  const { words, language, newer } = page
  const { number, holders, office, issuedOn } = verification
  const rows = [
    { term: words('paper.number'), value: html`${inGroupsOfFour(number)}` },
    { term: words('paper.holders'), value: html`<span lang="zh-CN">${holders.join('、')}</span>` },
    {
      term: words('paper.office'),
      value: html`<span lang="zh-CN">${office.county}${office.name}</span>`,
    },
    {
      term: words('paper.issuedOn'),
      value: html`<time datetime="${issuedOn}">${dateOnPaper({ date: issuedOn, language })}</time>`,
    },
  ]
  const leadOn = newer && html`<p class="line"><a href="${newer}">${words('newer')}</a></p>`
  return html`${leadOn}<h2>${words('paper.title')}</h2><dl>${rows.map(
    ({ term, value }) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>${answerOf(verification) === 'valid' ? whetherToAccept(page) : null}${logLine(page)}<p class="small soft">${words('counted')}</p>`
}

/** What to do before a paper is accepted; one that is valid no more is not. */
function whetherToAccept(page: AnswerPage): Html {
  const { words } = page
  return html`<h2>${words('compare.title')}</h2><p>${words('compare.lead')}</p><ol>${(
    ['number', 'holders', 'place'] as const
  ).map(thing => html`<li>${words(`compare.${thing}`)}</li>`)}</ol>${personCheck(page)}${purposeForm(page)}`
}
