'use client'

import type { ReactNode } from 'react'
import { useFieldState } from '@/components/form-state'
import { Notice } from '@/components/notice'

type CodesShownOnceProps = {
  title: string
  text: string
  once: string
  /** Where to go on. */
  after: ReactNode
  /** The form, until its action has answered with codes. */
  children: ReactNode
}

/** In the place of a form: the recovery codes that its action made, which nobody can show again. */
export function CodesShownOnce({ title, text, once, after, children }: CodesShownOnceProps) {
  const { value } = useFieldState('recoveryCodesOnce')
  if (!value) return <>{children}</>
  return (
    <Notice tone="ok" title={title} announced>
      <p>{text}</p>
      <ol className="grid list-decimal gap-x-8 pl-8 text-lead font-bold select-all sm:grid-cols-2">
        {value.split(' ').map(code => (
          <li key={code} className="font-mono whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <p>
        <strong>{once}</strong>
      </p>
      {after}
    </Notice>
  )
}
