'use client'

import type { Locale } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Messages } from '@/app/_language/messages'
import { AnswerBanner, type Answer as Look } from '@/components/answer-banner'
import { Button } from '@/components/button'
import { sayDate, sayMoment } from '@/components/say-moment'
import { SummaryList } from '@/components/summary-list'
import { TextField } from '@/components/text-field'
import { civilDateIn } from '@/lib/platform/civil-date'
import { namesAgreeOffline, type OfflineJudgement, type OfflineToken } from '@/lib/verification/offline'
import { sayAge } from './say-age'

export type OfflineWords = Messages['verify']['offline'] &
  Pick<Messages['verify'], 'paper' | 'reader'> & { answers: Messages['verify']['words'] }

const looks: Record<OfflineJudgement['answer'], Look> = {
  valid: 'ok',
  superseded: 'warn',
  revoked: 'stop',
  'not-ours': 'stop',
  unreadable: 'unknown',
  'cannot-tell': 'unknown',
}

/** One word, by which list, and what the paper must say. */
export function OfflineAnswer({
  judgement,
  words,
  locale,
  caution,
}: {
  judgement: OfflineJudgement
  words: OfflineWords
  locale: Locale
  caution: string | null
}) {
  const { answer, trouble, token, listAsOf } = judgement
  const moment = listAsOf ? sayMoment({ instant: listAsOf, locale, byName: false }) : ''
  const age = listAsOf ? sayAge({ instant: listAsOf, now: new Date(), locale }) : ''
  return (
    <section className="flow" aria-live="polite">
      <AnswerBanner answer={looks[answer]} word={words.answers[answer]}>
        {words.means[answer].replace('{moment}', moment)}
      </AnswerBanner>
      {token && caution && <p className="font-bold text-warn">{caution}</p>}
      {trouble && <p>{words.trouble[trouble].replace('{moment}', moment)}</p>}
      {moment && (
        <p className="text-small text-ink-soft">
          {words.listAsOf.replace('{moment}', moment).replace('{age}', age)}
        </p>
      )}
      {token && <WhatTokenSays token={token} words={words} locale={locale} />}
    </section>
  )
}

type WhatTokenSaysProps = { token: OfflineToken; words: OfflineWords; locale: Locale }

function WhatTokenSays({ token, words, locale }: WhatTokenSaysProps) {
  const issuedOn = civilDateIn({ instant: token.issuedAt })
  const [agrees, setAgrees] = useState<boolean | null>(null)
  const compare = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('names') ?? '')
    const names = typed.split(/[、,，;；\n]/).filter(name => name.trim() !== '')
    setAgrees(await namesAgreeOffline({ names, token }))
  }
  return (
    <>
      <h2>{words.paper.title}</h2>
      <SummaryList
        rows={[
          { term: words.paper.number, value: token.number.replace(/(.{4})(?=.)/g, '$1 ') },
          { term: words.officeCode, value: token.officeCode },
          {
            term: words.paper.issuedOn,
            value: <time dateTime={issuedOn}>{sayDate({ date: issuedOn, locale })}</time>,
          },
        ]}
      />
      <form onSubmit={event => void compare(event)} className="flow">
        <TextField name="names" label={words.names} hint={words.namesHint} width="full" />
        <Button kind="secondary">{words.compare}</Button>
      </form>
      <p role="status" className="font-bold">
        {agrees !== null && (agrees ? words.namesAgree : words.namesDiffer)}
      </p>
    </>
  )
}
