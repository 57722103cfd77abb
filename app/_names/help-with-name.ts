import { getTranslations } from 'next-intl/server'
import { textOf, typedValues } from '@/app/_session/guarded-action'
import type { FormState } from '@/components/form-state'
import type { NameHelp } from '@/components/name-help'
import { findCharacters, ideographOf, type KnownCharacter, readSought } from '@/lib/characters'
import { isNameField, type NameFieldName, nameFields } from './name-fields'
import { offeredCharacters } from './offered-characters'
import { printedName } from './printed-name'

/** As many as three rows of a phone's screen hold well; each press shows as many more. */
const A_PAGE = 24
/** Further ones are found sooner by their strokes. */
const MOST_SHOWN = 10 * A_PAGE
/** What is longer than any name is not made longer. */
const LONGEST_NAME_KEPT = 200

/**
 * The answer to whoever asked for help with a name instead of sending the form: characters that were looked for,
 * the name with one that was taken, how it prints. All that was typed stays.
 *
 * @returns null for a form that is to be sent
 */
export async function helpWithName(form: FormData): Promise<FormState> {
  const values = typedValues(form)
  const asked = whatIsAsked(form)
  if (!asked) return null
  const { field } = asked
  if (asked.kind === 'take') return takeCharacter({ values, field, hex: asked.hex })
  if (asked.kind === 'show') return withPrintedNames({ errors: [], values })
  return foundCharacters({ values, field, upTo: asked.upTo })
}

/** What a form gives back after it could not be sent, with how each of its names prints. */
export async function withPrintedNames(state: NonNullable<FormState>): Promise<NonNullable<FormState>> {
  const names = await Promise.all(
    nameFields.map(async field => [field, await helpOf({ values: state.values, field })] as const),
  )
  return { ...state, names: { ...Object.fromEntries(names), ...state.names } }
}

type Asked = { field: NameFieldName } & (
  | { kind: 'find'; upTo: number }
  | { kind: 'take'; hex: string }
  | { kind: 'show' }
)

/** The button that was pressed; or Enter beside what is to be looked for, which presses the form's own. */
function whatIsAsked(form: FormData): Asked | null {
  const [taken = '', hex = ''] = textOf({ form, field: 'takeCharacter' }).split(' ')
  if (isNameField(taken)) return { kind: 'take', field: taken, hex }
  const shown = textOf({ form, field: 'showName' })
  if (isNameField(shown)) return { kind: 'show', field: shown }
  const [wanted = '', count = ''] = textOf({ form, field: 'moreCharacters' }).split(' ')
  if (isNameField(wanted)) return { kind: 'find', field: wanted, upTo: Number.parseInt(count, 10) || A_PAGE }
  const found = textOf({ form, field: 'findCharacters' })
  const field = isNameField(found) ? found : nameFields.find(name => isLookedForByEnter({ form, name }))
  return field ? { kind: 'find', field, upTo: A_PAGE } : null
}

function isLookedForByEnter({ form, name }: { form: FormData; name: NameFieldName }): boolean {
  const lookedFor = lookedForIn(typedValues(form), name)
  return lookedFor !== ' ' && lookedFor !== textOf({ form, field: `${name}-lookedFor` })
}

type Values = Record<string, string>
type InField = { values: Values; field: NameFieldName }

function lookedForIn(values: Values, field: NameFieldName): string {
  return `${values[`${field}-sought`] ?? ''} ${values[`${field}-strokes`] ?? ''}`
}

async function helpOf({ values, field }: InField): Promise<NameHelp> {
  return {
    printed: await printedName(values[field] ?? ''),
    sentence: null,
    groups: [],
    more: null,
    taken: null,
    lookedFor: lookedForIn(values, field),
  }
}

async function takeCharacter({ values, field, hex }: InField & { hex: string }): Promise<FormState> {
  const character = ideographOf(hex)
  const name = values[field] ?? ''
  if (!character || name.length > LONGEST_NAME_KEPT) return withPrintedNames({ errors: [], values })
  const t = await getTranslations('characters')
  const taken = { ...values, [field]: name + character, [`${field}-sought`]: '', [`${field}-strokes`]: '' }
  const help = await helpOf({ values: taken, field })
  return withPrintedNames({
    errors: [],
    values: taken,
    names: { [field]: { ...help, taken: t('taken', { character }) } },
  })
}

async function foundCharacters({ values, field, upTo }: InField & { upTo: number }): Promise<FormState> {
  const t = await getTranslations('characters')
  const sought = readSought({
    typed: values[`${field}-sought`] ?? '',
    strokes: values[`${field}-strokes`] ?? '',
  })
  if (!sought.ok) {
    const at = sought.failure === 'strokes-no-number' ? 'strokes' : 'sought'
    const errors = [{ field: `${field}-${at}`, message: t(`failure.${sought.failure}`) }]
    return withPrintedNames({ errors, values })
  }
  const found = findCharacters(sought.value)
  const most = Math.min(Math.max(upTo, A_PAGE), MOST_SHOWN)
  const help = await helpOf({ values, field })
  return withPrintedNames({
    errors: [],
    values,
    names: { [field]: { ...help, ...(await sayFound({ found, most })) } },
  })
}

/** The sentence and the list; those beyond the common ones stand first, under a heading of their own. */
async function sayFound({
  found,
  most,
}: {
  found: readonly KnownCharacter[]
  most: number
}): Promise<Pick<NameHelp, 'sentence' | 'groups' | 'more'>> {
  const t = await getTranslations('characters')
  if (found.length === 0) return { sentence: t('none'), groups: [], more: null }
  const shown = found.slice(0, most)
  const next = Math.min(found.length - shown.length, A_PAGE)
  const isMore = next > 0 && most < MOST_SHOWN
  return {
    sentence: t(next > 0 ? 'foundMany' : 'found', { count: found.length, shown: shown.length }),
    groups: await offeredCharacters(shown),
    more: isMore ? { count: most + A_PAGE, words: t('more', { count: next }) } : null,
  }
}
