'use client'

import { useEffect, useState } from 'react'

type WaitForNextProps = {
  seconds: number
  /** With {seconds} where the figure goes. */
  words: string
  /** Once the wait is over. */
  over: string
}

/** Counts down in words until another code may be asked for; without scripts it says how long it was. */
export function WaitForNext({ seconds, words, over }: WaitForNextProps) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const until = Date.now() + seconds * 1_000
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000))), 1_000)
    return () => clearInterval(timer)
  }, [seconds])
  return (
    <p className="text-small text-ink-soft tabular-nums">
      {left > 0 ? words.replace('{seconds}', String(left)) : over}
    </p>
  )
}
