'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/button'

export type PassOnWords = { send: string; copy: string; copied: string; byHand: string }

/** Hands a link over to the phone's own way of sending, or copies it. Without scripts people mark it by hand. */
export function PassOn({ link, words }: { link: string; words: PassOnWords }) {
  const [way, setWay] = useState<'send' | 'copy' | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => setWay('share' in navigator ? 'send' : 'clipboard' in navigator ? 'copy' : null), [])
  if (way === null) return null

  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setSaid(words.copied),
      () => setSaid(words.byHand),
    )
  // Whoever closes the list of apps again has changed their mind, and nothing is wrong.
  const send = () => navigator.share({ url: link }).catch(() => {})
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      <Button kind="secondary" type="button" onClick={() => void (way === 'send' ? send() : copy())}>
        {words[way]}
      </Button>
      <span role="status">{said}</span>
    </p>
  )
}
