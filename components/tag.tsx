import type { ReactNode } from 'react'
import { Mark, type Tone } from './mark'

const LOOKS: Record<Tone, string> = {
  neutral: 'border-line bg-ground text-ink',
  ok: 'border-ok-line bg-ok-tint text-ok',
  warn: 'border-warn-line bg-warn-tint text-warn',
  stop: 'border-stop-line bg-stop-tint text-stop',
}

/** A state: its word, then a shape, then a colour. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 rounded-small border px-2 text-small leading-normal font-bold ${LOOKS[tone]}`}
    >
      <Mark shape={tone} />
      <span className="sm:whitespace-nowrap">{children}</span>
    </span>
  )
}
