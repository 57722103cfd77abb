'use client'

import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { Button } from '@/components/button'
import { fillIn, useWords } from '@/components/words'

/**
 * What failed stays in the server's log; the person gets its number, to be told to 12345. Its frame is its own, since
 * every page brings this one along and `Page` would bring the formatter of messages.
 */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const { problem } = useWords()
  if (unstable_isUnrecognizedActionError(error)) return <Renewed />
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-4 pb-16">
      <div className="flow mt-2 max-w-read">
        <div className="flow-small">
          <h1>{problem.title}</h1>
          <p className="text-lead text-ink-soft">{problem.lead}</p>
        </div>
        <p>
          <Button type="button" onClick={() => retry()}>
            {problem.again}
          </Button>
        </p>
        <p className="text-ink-soft">
          {problem.call}
          {number && <span className="block tabular-nums">{fillIn(problem.number, { number })}</span>}
        </p>
        <p>
          <a href="/">{problem.home}</a>
        </p>
      </div>
    </main>
  )
}

/** The page is from before an upgrade: only a page loaded anew can send anything. */
function Renewed() {
  const { renewed } = useWords().problem
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-4 pb-16">
      <div className="flow mt-2 max-w-read">
        <h1>{renewed.title}</h1>
        <p className="text-lead text-ink-soft">{renewed.lead}</p>
        <p>
          <Button type="button" onClick={() => location.reload()}>
            {renewed.again}
          </Button>
        </p>
      </div>
    </main>
  )
}
