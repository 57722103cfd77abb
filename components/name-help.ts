/** What the fields of names show besides the name, in words that are ready to be read. */

type Outline = { path: string; unitsPerEm: number; advance: number }

/** A name as the certificate will have it; an outline is null for a character that no font draws yet. */
export type PrintedNameView = {
  name: string
  caption: string
  outlines: readonly (Outline | null)[]
  /** What happens where a character cannot be printed yet. */
  warning: string | null
}

/** What a form hears when what was typed in it has been saved: how each of its names prints, by the field. */
export const NAMES_AS_PRINTED = 'names-as-printed'
export type NamesAsPrinted = Record<string, PrintedNameView | null>

export type OfferedCharacter = {
  character: string
  /** Its number in Unicode, as 4DAE. */
  hex: string
  /** Where it prints, and so can be shown as it prints. */
  picture: string | null
  facts: readonly string[]
}

/** The answer to whoever looked for a character, or took one. */
export type NameHelp = {
  printed: PrintedNameView | null
  /** What was found, or that nothing was. */
  sentence: string | null
  groups: readonly { title: string; characters: readonly OfferedCharacter[] }[]
  /** How many to show with those that come next, if there are more. */
  more: { count: number; words: string } | null
  /** What was done to the name, once a character was taken. */
  taken: string | null
  /** What was looked for, so that it is not looked for again when the form is sent. */
  lookedFor: string
}

export type NameWords = {
  summary: string
  sought: string
  soughtHint: string
  strokes: string
  find: string
  show: string
}
