'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import type { RestOfSession } from '@/lib/identity'

type Rest = Pick<RestOfSession, 'seconds' | 'isLast'>

/** Long enough to read, find the button and finish a sentence (WCAG 2.2.1 asks for 20 seconds). */
const WARN_BEFORE_SECONDS = 5 * 60

type Words = Record<
  'title' | 'idle' | 'last' | 'stay' | 'close' | 'ended' | 'endedLead' | 'signIn' | 'failed',
  string
>
type SessionWarningProps = { rest: Rest; words: Words; signIn: string }
type State = 'working' | 'warned' | 'ended'

/**
 * Says in time that the session is about to end, and lets it go on (WCAG 2.2.1). Counted by the clock on the wall,
 * since timers stand still in tabs that nobody looks at.
 */
export function SessionWarning({ rest: atFirst, words, signIn }: SessionWarningProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const otherTabs = useRef<BroadcastChannel>(null)
  const [rest, setRest] = useState(atFirst)
  const [state, setState] = useState<State>('working')
  const [hasFailed, setHasFailed] = useState(false)

  // A session is the same in every tab: whoever works in one is there in all.
  const goOn = useCallback((longer: Rest) => {
    setRest(longer)
    otherTabs.current?.postMessage(longer)
  }, [])
  useEffect(() => {
    const tabs = new BroadcastChannel('staff-session')
    tabs.onmessage = ({ data }) => setRest(data)
    otherTabs.current = tabs
    return () => tabs.close()
  }, [])
  useEffect(() => goOn(atFirst), [goOn, atFirst])
  useEffect(() => followSession({ rest, tell: setState }), [rest])
  useEffect(() => {
    if (state === 'working') dialog.current?.close()
    else if (!dialog.current?.open) dialog.current?.showModal()
  }, [state])

  const stay = async () => {
    const asked = await askForRest()
    setHasFailed(asked === 'no-answer')
    if (asked === 'ended') setState('ended')
    else if (asked !== 'no-answer') goOn(asked)
  }

  const hasEnded = state === 'ended'
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="session-title"
      aria-describedby="session-lead"
      className="m-auto max-w-md rounded-small border-2 border-ink bg-paper p-6 text-ink"
    >
      <h2 id="session-title" className="text-section font-bold">
        {hasEnded ? words.ended : words.title}
      </h2>
      <p id="session-lead" className="my-3">
        {hasEnded ? words.endedLead : rest.isLast ? words.last : words.idle}
      </p>
      {hasFailed && (
        <p role="alert" className="my-3 font-bold text-stop">
          {words.failed}
        </p>
      )}
      {hasEnded ? (
        <ButtonLink href={signIn}>{words.signIn}</ButtonLink>
      ) : rest.isLast ? (
        <Button type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </Button>
      ) : (
        <Button type="button" onClick={stay}>
          {words.stay}
        </Button>
      )}
    </dialog>
  )
}

/** Tells when the session comes near its end and when it has ended, until nobody follows any more. */
function followSession({ rest, tell }: { rest: Rest; tell: (state: State) => void }): () => void {
  const begun = Date.now()
  const look = () => {
    const left = rest.seconds - (Date.now() - begun) / 1_000
    tell(left <= 0 ? 'ended' : left <= WARN_BEFORE_SECONDS ? 'warned' : 'working')
  }
  look()
  const everySoOften = setInterval(look, 10_000)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(everySoOften)
    document.removeEventListener('visibilitychange', look)
  }
}

async function askForRest(): Promise<Rest | 'ended' | 'no-answer'> {
  try {
    const response = await fetch('/staff/session', { cache: 'no-store' })
    if (response.redirected) return 'ended'
    return response.ok ? await response.json() : 'no-answer'
  } catch {
    return 'no-answer'
  }
}
