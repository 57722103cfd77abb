import { getTranslations } from 'next-intl/server'
import type { NamesAsPrinted, PrintedNameView } from '@/components/name-help'
import { charactersThatDoNotPrint, nameAsPrinted } from '@/lib/certificates'
import { uncommonCharacters } from '@/lib/characters'
import { readPersonName } from '@/lib/identity'
import { nameFields } from './name-fields'

/** Of a name with more characters, which is one of letters or of several people, the uncommon ones are shown. */
const LONGEST_DRAWN = 12

/**
 * How a name will print, for one that holds a character beyond the common ones; null for all others, and for what
 * is no name, of which the form's own rules speak.
 */
export async function printedName(typed: string): Promise<PrintedNameView | null> {
  const name = nameIn(typed)
  const uncommon = uncommonCharacters(name)
  const lacking = charactersThatDoNotPrint(name)
  if (uncommon.length === 0 && lacking.length === 0) return null
  const drawn = [...name].length > LONGEST_DRAWN ? uncommon.slice(0, LONGEST_DRAWN).join('') : name
  const [t, printed] = await Promise.all([getTranslations('characters'), nameAsPrinted(drawn)])
  return {
    name: drawn,
    caption: t('printed'),
    outlines: printed.map(({ outline }) => outline),
    warning: lacking.length > 0 ? t('notPrintable', { characters: lacking.join('') }) : null,
  }
}

/** How the names among what was typed in a form print, by the field. */
export async function namesAsPrinted(typed: Record<string, string>): Promise<NamesAsPrinted> {
  const fields = nameFields.filter(field => typed[field] !== undefined)
  const printed = fields.map(async field => [field, await printedName(typed[field] ?? '')] as const)
  return Object.fromEntries(await Promise.all(printed))
}

/** The name as it would be kept; a single character is on its way to be one. */
function nameIn(typed: string): string {
  const name = readPersonName(typed)
  if (name.ok) return name.value.name
  return name.failure === 'too-short' ? typed.normalize('NFC').trim() : ''
}
