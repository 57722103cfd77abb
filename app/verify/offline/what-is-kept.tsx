'use client'

import type { Locale } from 'next-intl'
import { useEffect, useState } from 'react'
import { sayMoment } from '@/components/say-moment'
import type { OfflineWords } from './offline-answer'
import { whatIsKnown } from './what-is-known'

/** Whether the device has what it takes, before somebody relies on it. */
export function WhatIsKept({ words, locale }: { words: OfflineWords; locale: Locale }) {
  const [asOf, setAsOf] = useState<Date | null | 'unknown'>('unknown')
  useEffect(() => {
    void whatIsKnown()
      .then(({ listFor }) => listFor(0))
      .then(list => setAsOf(list?.asOf ?? null))
  }, [])

  const say = (instant: Date) => sayMoment({ instant, locale, byName: false })
  return (
    <p role="status" className="text-small text-ink-soft">
      {asOf === 'unknown' && words.notReady}
      {asOf === null && words.cannotKeep}
      {asOf instanceof Date && words.ready.replace('{moment}', say(asOf))}
    </p>
  )
}
