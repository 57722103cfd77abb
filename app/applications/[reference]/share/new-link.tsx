'use client'

import { useFieldState } from '@/components/form-state'
import { Notice } from '@/components/notice'
import { PassOn, type PassOnWords } from './pass-on'

/** The link that was just made, to be passed on: nobody can show it again. */
export function NewLink({ title, words }: { title: string; words: PassOnWords }) {
  const { value } = useFieldState('link')
  if (!value) return null
  return (
    <Notice tone="ok" title={title} announced>
      <p className="break-all">
        <a href={value}>{value}</a>
      </p>
      <PassOn key={value} link={value} words={words} />
    </Notice>
  )
}
