'use client'

import { type ComponentProps, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from './button'
import { Details } from './details'
import { useFieldState } from './form-state'
import { FoundCharacters } from './found-characters'
import { NAMES_AS_PRINTED, type NameHelp, type NameWords, type PrintedNameView } from './name-help'
import { PrintedName } from './printed-name'
import { TextField } from './text-field'

type NameInputProps = Pick<
  ComponentProps<typeof TextField>,
  'label' | 'hint' | 'autoComplete' | 'maxLength'
> & {
  name: string
  defaultValue: string
  /** How the name prints that stands there at first. */
  printed: PrintedNameView | null
  /** Whether this name comes to stand on a certificate. */
  isPrinted: boolean
  words: NameWords
}

/**
 * A name, with a way to the characters that keyboards lack, and how it prints where it holds one. Whatever is
 * looked for is sent with the form, and comes back with all that was typed.
 */
export function NameInput({ printed, isPrinted, words, ...field }: NameInputProps) {
  const { nameHelp, wasSubmitted } = useFieldState(field.name)
  const frame = useRef<HTMLDivElement>(null)
  const whileTyping = useNameWhileTyping({ frame, field: field.name, nameHelp })
  const answered = wasSubmitted ? (nameHelp?.printed ?? null) : printed
  const shown = isPrinted ? (whileTyping ?? { printed: answered }).printed : null
  return (
    <div ref={frame} className="flow-small">
      <TextField {...field} />
      {nameHelp?.taken && <Answer words={nameHelp.taken} leadsTo={field.name} />}
      <div role="status" className={shown ? undefined : 'sr-only'}>
        {shown && <PrintedName {...shown} />}
      </div>
      <CharacterSearch field={field.name} isPrinted={isPrinted} words={words} />
    </div>
  )
}

type Heard = { printed: PrintedNameView | null }

/** How the name prints that was saved while somebody types; what the form itself answers later counts more. */
function useNameWhileTyping({
  frame,
  field,
  nameHelp,
}: {
  frame: RefObject<HTMLDivElement | null>
  field: string
  nameHelp: NameHelp | undefined
}): Heard | null {
  const [heard, setHeard] = useState<Heard | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the form takes the place of what was heard
  useEffect(() => setHeard(null), [nameHelp])
  useEffect(() => {
    const form = frame.current?.closest('form')
    const hear = (event: Event) => {
      if (event instanceof CustomEvent) setHeard({ printed: event.detail[field] ?? null })
    }
    form?.addEventListener(NAMES_AS_PRINTED, hear)
    return () => form?.removeEventListener(NAMES_AS_PRINTED, hear)
  }, [frame, field])
  return heard
}

type CharacterSearchProps = { field: string; isPrinted: boolean; words: NameWords }

function CharacterSearch({ field, isPrinted, words }: CharacterSearchProps) {
  const { nameHelp } = useFieldState(field)
  const { error } = useFieldState(`${field}-sought`)
  const strokes = useFieldState(`${field}-strokes`)
  const isOpen = Boolean(error ?? strokes.error ?? nameHelp?.sentence)
  return (
    <Details summary={words.summary} isOpen={isOpen}>
      <TextField name={`${field}-sought`} label={words.sought} hint={words.soughtHint} maxLength={20} />
      <TextField
        name={`${field}-strokes`}
        label={words.strokes}
        optional
        inputMode="numeric"
        maxLength={2}
        width="short"
      />
      <input type="hidden" name={`${field}-lookedFor`} value={nameHelp?.lookedFor ?? ''} />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Button kind="secondary" name="findCharacters" value={field} formNoValidate>
          {words.find}
        </Button>
        {isPrinted && (
          <Button kind="link" name="showName" value={field} formNoValidate>
            {words.show}
          </Button>
        )}
      </div>
      {nameHelp?.sentence && <Answer words={nameHelp.sentence} />}
      {nameHelp && <FoundCharacters field={field} found={nameHelp} />}
    </Details>
  )
}

/**
 * Where the eyes and the keyboard go on after an answer: with scripts to the field that it is about, if there is
 * one; without, the browser itself leads here, since the page begins anew at its top.
 */
function Answer({ words, leadsTo }: { words: string; leadsTo?: string }) {
  const line = useRef<HTMLParagraphElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer leads there anew
  useEffect(() => {
    const target = leadsTo === undefined ? line.current : document.getElementById(leadsTo)
    target?.focus()
    if (target instanceof HTMLInputElement) target.setSelectionRange(target.value.length, target.value.length)
  }, [words, leadsTo])
  return (
    // biome-ignore lint/a11y/noAutofocus: the person pressed a button to read this
    <p ref={line} tabIndex={-1} autoFocus role="status">
      {words}
    </p>
  )
}
