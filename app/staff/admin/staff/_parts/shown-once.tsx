'use client'

import type { ReactNode } from 'react'
import { useFieldState } from '@/components/form-state'
import { Notice } from '@/components/notice'

type ShownOnceProps = {
  title: string
  label: string
  /** Before the name with which its holder signs in. */
  nameLabel: string
  /** That name, where the action does not say it. */
  signInName?: string
  /** How long it holds, and that it can be seen only now. */
  warning: string
  /** Where to go on. */
  after: ReactNode
  /** The form, until its action has answered with a new password. */
  children: ReactNode
}

/** In the place of a form: the initial password that its action made, which nobody can show again. */
export function ShownOnce({ title, label, nameLabel, signInName, warning, after, children }: ShownOnceProps) {
  const { value } = useFieldState('initialPassword')
  const { value: typedName } = useFieldState('signInName')
  if (!value) return <>{children}</>
  return (
    <Notice tone="ok" title={title} announced>
      <p>
        {nameLabel} <strong className="break-all">{signInName ?? typedName}</strong>
      </p>
      <p>{label}</p>
      <p className="text-section font-bold break-all select-all">{value}</p>
      <p>{warning}</p>
      {after}
    </Notice>
  )
}
