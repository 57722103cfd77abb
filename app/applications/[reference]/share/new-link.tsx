'use client'

import { useFieldState } from '@/components/form-state'
import { Notice } from '@/components/notice'

/** The link that was just made, to be copied: nobody can show it again. */
export function NewLink({ title }: { title: string }) {
  const { value } = useFieldState('link')
  if (!value) return null
  return (
    <Notice tone="ok" title={title} announced>
      <p className="break-all">
        <a href={value}>{value}</a>
      </p>
    </Notice>
  )
}
