import type { ReactNode } from 'react'

/** ok: genuine and valid · warn: replaced · stop: revoked, not ours · unknown: unreadable, cannot tell now. */
export type Answer = 'ok' | 'warn' | 'stop' | 'unknown'

/** The mark in the circle, on a field of 72 by 72. */
export const ANSWER_MARKS: Record<Answer, string> = {
  ok: 'M20 37l11 11 21-23',
  warn: 'M22 30h26l-8-8M50 43H24l8 8',
  stop: 'M24 24l24 24M48 24L24 48',
  unknown: 'M27 29a9 9 0 1 1 13 8c-3 1.5-4 3-4 6M36 52v.2',
}
const FILLS: Record<Answer, string> = {
  ok: 'bg-ok',
  warn: 'bg-warn',
  stop: 'bg-stop',
  unknown: 'bg-ink-soft',
}

type AnswerBannerProps = {
  answer: Answer
  /** One word, the page's h1: 有效. */
  word: string
  /** What it means and as of when. */
  children: ReactNode
}

/** The verifier's answer: one word, filled colour, a mark. */
export function AnswerBanner({ answer, word, children }: AnswerBannerProps) {
  return (
    <div
      className={`breakable flex items-center gap-5 rounded-panel p-5 text-white print:border-2 print:border-ink sm:p-6 ${FILLS[answer]}`}
    >
      <svg
        viewBox="0 0 72 72"
        aria-hidden="true"
        className="size-14 flex-none fill-none stroke-current stroke-6 sm:size-18"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <circle cx="36" cy="36" r="32" />
        <path d={ANSWER_MARKS[answer]} />
      </svg>
      <div className="min-w-0">
        <h1 className="sm:text-answer">{word}</h1>
        <div className="break-keep">{children}</div>
      </div>
    </div>
  )
}
