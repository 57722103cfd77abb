import type { ReactNode } from 'react'
import { Mark, type Tone } from './mark'

const LOOKS: Record<Tone, string> = {
  neutral: 'border-line bg-ground',
  ok: 'border-ok-line bg-ok-tint',
  warn: 'border-warn-line bg-warn-tint',
  stop: 'border-stop-line bg-stop-tint',
}
const WORDS: Record<Tone, string> = { neutral: '', ok: 'text-ok', warn: 'text-warn', stop: 'text-stop' }

type NoticeProps = {
  title?: ReactNode
  tone?: Tone
  /** Read out when it appears after an action: 已保存. */
  announced?: boolean
  children: ReactNode
}

/** A box beside the text: what can be done here, what to know. */
export function Notice({ title, tone = 'neutral', announced, children }: NoticeProps) {
  return (
    <div
      role={announced ? 'status' : undefined}
      className={`flow-small rounded-panel border px-5 py-4 ${LOOKS[tone]}`}
    >
      {title && (
        <h2 className={`flex items-center gap-2 text-base ${WORDS[tone]}`}>
          {tone !== 'neutral' && <Mark shape={tone} />}
          <span>{title}</span>
        </h2>
      )}
      {children}
    </div>
  )
}
