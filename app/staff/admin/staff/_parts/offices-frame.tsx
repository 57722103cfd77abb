'use client'

import type { ReactNode } from 'react'
import { FieldFrame } from '@/components/field-frame'
import { useFieldState } from '@/components/form-state'

type OfficesFrameProps = { label: string; hint: string; children: ReactNode }

/** The offices of a person as one question; its error's link leads here. */
export function OfficesFrame({ label, hint, children }: OfficesFrameProps) {
  const { error } = useFieldState('offices')
  return (
    <div id="offices" tabIndex={-1}>
      <FieldFrame name="offices" label={label} hint={hint} error={error} group>
        {children}
      </FieldFrame>
    </div>
  )
}
