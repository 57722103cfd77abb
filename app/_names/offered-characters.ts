import { getTranslations } from 'next-intl/server'
import type { NameHelp, OfferedCharacter } from '@/components/name-help'
import { charactersThatDoNotPrint } from '@/lib/certificates'
import { codePointOf, hexOf, type KnownCharacter } from '@/lib/characters'

/** Characters as they are offered: those beyond the common ones first, marked by their heading. */
export async function offeredCharacters(characters: readonly KnownCharacter[]): Promise<NameHelp['groups']> {
  const t = await getTranslations('characters')
  const offer = ({ character, readings, strokes }: KnownCharacter): OfferedCharacter => {
    const prints = charactersThatDoNotPrint(character).length === 0
    return {
      character,
      hex: hexOf(character),
      picture: prints ? `/fonts/characters/${hexOf(character)}` : null,
      facts: [
        ...(readings.length > 0 ? [readings.join(' ')] : []),
        ...(strokes === null ? [] : [t('strokesOf', { count: strokes })]),
        codePointOf(character),
        ...(prints ? [] : [t('doesNotPrint')]),
      ],
    }
  }
  const common = characters.filter(one => one.class === 'common')
  const others = characters.filter(one => one.class !== 'common')
  return [
    { title: t('uncommon'), characters: others.map(offer) },
    { title: t('common'), characters: common.map(offer) },
  ].filter(group => group.characters.length > 0)
}
