'use client'

import type { ReactNode } from 'react'
import { useFieldState } from '@/components/form-state'
import { Notice } from '@/components/notice'

type ShownOnceProps = {
  title: string
  label: string
  /** That it can be seen only now. */
  warning: string
  /** Where to go on. */
  after: ReactNode
  /** The form, until its action has answered with a new password. */
  children: ReactNode
}

/** In the place of a form: the initial password that its action made, which nobody can show again. */
export function ShownOnce({ title, label, warning, after, children }: ShownOnceProps) {
  const { value } = useFieldState('initialPassword')
  if (!value) return <>{children}</>
  return (
    <Notice tone="ok" title={title} announced>
      <p>{label}</p>
      <p className="text-section font-bold break-all select-all">{value}</p>
      <p>{warning}</p>
      {after}
    </Notice>
  )
}
