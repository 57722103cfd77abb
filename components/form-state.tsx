'use client'

import { createContext, useContext } from 'react'
import type { NameHelp } from './name-help'

/** `field` is the name of the field, '' for the form as a whole. */
export type FieldError = { field: string; message: string }

/** What a server action gives back after a failed submit: what to change, and what was typed, so that it stays. */
export type FormState = {
  errors: FieldError[]
  values: Record<string, string>
  /** By the name of the field: what fields of names show besides. */
  names?: Record<string, NameHelp>
} | null

const FormStateContext = createContext<FormState>(null)

export const FormStateProvider = FormStateContext.Provider

type FieldState = {
  error: string | undefined
  /** What was typed before; undefined before the first submit. */
  value: string | undefined
  wasSubmitted: boolean
  nameHelp: NameHelp | undefined
}

/** Error and value of one field after a failed submit. */
export function useFieldState(name: string): FieldState {
  const state = useContext(FormStateContext)
  return {
    error: state?.errors.find(error => error.field === name)?.message,
    value: state?.values[name],
    wasSubmitted: state !== null,
    nameHelp: state?.names?.[name],
  }
}
