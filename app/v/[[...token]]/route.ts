import { cookieOf, languageOf, wordsOfAnswers } from '@/app/_language/of-request'
import { TEXT_SIZE_COOKIE } from '@/app/_language/text-size'
import { service } from '@/app/_service'
import { clientAddressOf } from '@/app/_session/client-address'
import { isFromOurPage } from '@/app/_session/our-page'
import { readBody } from '@/app/api/read-body'
import { environment } from '@/lib/platform/env'
import { recordUnexpectedError } from '@/lib/platform/log'
import { proveNewestEntry } from '@/lib/transparency'
import { findReplacement, type VerificationChannel, verifyCertificate } from '@/lib/verification'
import { answerForm } from '../_answer/answer-form'
import { type AnswerPage, answerPage } from '../_answer/answer-page'

const LARGEST_FORM = 4_096
/** No link of ours is half as long; a page that repeated a longer one would not stay small. */
const LONGEST_PATH = 1_000
const wordsOf = { 'zh-CN': wordsOfAnswers('zh-CN'), en: wordsOfAnswers('en') }

/** What the person wants here: to know in one glance whether the paper in hand is genuine and still valid. */
export async function GET(request: Request): Promise<Response> {
  if (isAskedByFramework(request)) return HEAD()
  return answerTo({ request, form: null })
}

/** After a number was typed, Next asks for the redirect's target before the browser does: that is no second check. */
function isAskedByFramework(request: Request): boolean {
  return request.headers.get('accept') === 'text/x-component'
}

/** The same page after "Is it this person?" or "What for?"; asked from elsewhere it is only shown. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPage(request)) {
    return new Response(null, {
      status: 303,
      headers: { ...answerHeaders, Location: new URL(request.url).pathname },
    })
  }
  const body = await readBody({ request, largest: LARGEST_FORM })
  return answerTo({ request, form: new URLSearchParams(body ? Buffer.from(body).toString('utf8') : '') })
}

/** Programs that only look whether the address answers are not counted as a verification. */
export function HEAD(): Response {
  return new Response(null, { headers: answerHeaders })
}

const answerHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
}

type Asked = { request: Request; form: URLSearchParams | null }
type Found = Pick<AnswerPage, 'verification' | 'newer' | 'log' | 'person' | 'purpose'>

const nothingElse = { newer: null, log: null, person: null, purpose: null }

async function answerTo({ request, form }: Asked): Promise<Response> {
  const { pathname: path, searchParams } = new URL(request.url)
  const language = languageOf(request)
  const words = wordsOf[language]
  const address = clientAddressOf(request.headers)
  const channel = searchParams.get('by') === 'number' ? 'number' : 'page'
  const found = await find({ token: path.slice('/v/'.length), channel, form, address, words })
  const page = answerPage({
    ...found,
    words,
    language,
    path: path.length > LONGEST_PATH ? '/v' : path,
    largeText: cookieOf(request, TEXT_SIZE_COOKIE) === 'large',
    host: new URL(environment().PUBLIC_URL).host,
  })
  const { verification } = found
  if (!('trouble' in verification)) return new Response(page, { headers: answerHeaders })
  return new Response(page, {
    status: verification.trouble === 'limit-reached' ? 429 : 503,
    headers: { ...answerHeaders, 'Retry-After': String(verification.seconds) },
  })
}

type Sought = {
  token: string
  channel: VerificationChannel
  form: URLSearchParams | null
  address: string
  words: AnswerPage['words']
}

/** The answer for a token; whatever goes wrong on our side reads as "cannot tell now", never as a no. */
async function find(sought: Sought): Promise<Found> {
  try {
    return await look(sought)
  } catch (error) {
    recordUnexpectedError({ error, doing: 'answering a scan' })
    return { verification: { trouble: 'unavailable', seconds: 60 }, ...nothingElse }
  }
}

async function look({ token, channel, form, address, words }: Sought): Promise<Found> {
  const { db } = service()
  const asked = { question: { token }, address, channel, isCounted: form === null }
  const checked = await verifyCertificate(asked, { db })
  if (!checked.ok) {
    const seconds = Number(checked.details.retryAfterSeconds ?? 60)
    return { verification: { trouble: 'limit-reached', seconds }, ...nothingElse }
  }
  const { finding: verification, certificate } = checked.value
  if (!certificate) return { verification, ...nothingElse }
  const [replacement, log, answers] = await Promise.all([
    certificate.status === 'superseded' ? findReplacement({ certificate }, { db }) : null,
    proveNewestEntry({ certificateId: certificate.id }, { db }),
    form && answerForm({ certificate, form, address, words }),
  ])
  return {
    verification,
    newer: replacement && `/v/${replacement.token}`,
    log,
    person: answers?.person ?? null,
    purpose: answers?.purpose ?? null,
  }
}
