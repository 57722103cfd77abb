import { foldWidth } from '@/lib/platform/typed-text'
import { asSpokenHere, differsByOne, type Sounds, soundsOf } from './sounds'

/** What of an office people may look for. */
export type FindableOffice = {
  townshipName: string
  nameEnglish: string
  address: string
  countyName: string
  countyNameEnglish: string
}

/** How well an office answers; results much weaker than the best are left out. */
const FIT = {
  itself: 100,
  inAnAddress: 90,
  beginsWith: 80,
  ofItsCounty: 80,
  initials: 75,
  inItsAddress: 70,
  soundsTheSame: 65,
  soundsAlike: 60,
  within: 55,
  oneOff: 45,
}
const WEAKER_BY = 25

/** What comes after the name proper: 还地桥镇, 冶钢农场, 西塞山工业园区管委会. */
const kindOfTownship =
  /(?:街道(?:办事处)?|镇|乡|(?:工业园区?|农场|开发)?(?:管理委员会|管委会|管理区|管理处)|工业园区?|农场|开发区|新区)$/u
const kindInEnglish =
  /\b(?:subdistrict|town|township|government|service|centre|administrative|area|office|farm|industrial|park|development|new|zone|district|county|city)\b/gi
/** Written so often that it means the county-level city 大冶 (dàyě), which the sound does not tell. */
const oftenMiswritten = [{ written: '大治', meant: '大冶' }]
const placesAbove = /湖北省|黄石市/g

/**
 * The offices that somebody means who types a township, a district, an address, pinyin or its first letters,
 * best first. Same-sounding characters, the sounds that local speech does not tell apart, and one slip of the
 * finger are forgiven. Nothing typed finds nothing.
 */
export function findOffices<Office extends FindableOffice>({
  sought,
  offices,
}: {
  sought: string
  offices: readonly Office[]
}): Office[] {
  const words = asWords(sought.replace(kindInEnglish, '')) || asWords(sought)
  if (words === '') return []
  const rated = offices.map(office => ({ office, fit: fitOf({ words, office: wordsOf(office) }) }))
  const best = Math.max(...rated.map(({ fit }) => fit))
  return rated
    .filter(({ fit }) => fit > 0 && fit >= best - WEAKER_BY)
    .sort((one, other) => other.fit - one.fit)
    .map(({ office }) => office)
}

/** What counts of a text: letters, characters and figures, without case, width and what stands between them. */
function asWords(text: string): string {
  const plain = foldWidth(text.toWellFormed().normalize('NFC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 200)
  return oftenMiswritten.reduce((words, { written, meant }) => words.replaceAll(written, meant), plain)
}

type NamedPlace = { whole: string; core: string; english: string; sounds: Sounds; coreSounds: Sounds }
type OfficeWords = { township: NamedPlace; county: NamedPlace; address: string }

const known = new Map<string, NamedPlace>()

/** Names change once in years and are asked for with each letter that somebody types: their sounds are kept. */
function placeOf({ name, english }: { name: string; english: string }): NamedPlace {
  const key = `${name} ${english}`
  const kept = known.get(key)
  if (kept) return kept
  const whole = asWords(name)
  const core = whole.replace(kindOfTownship, '').replace(/(?<=..)[区县市]$/u, '') || whole
  const place = {
    whole,
    core,
    english: english
      .toLowerCase()
      .replace(kindInEnglish, '')
      .replace(/[^a-z]/g, ''),
    sounds: soundsOf(whole),
    coreSounds: soundsOf(core),
  }
  known.set(key, place)
  return place
}

function wordsOf({
  townshipName,
  nameEnglish,
  countyName,
  countyNameEnglish,
  address,
}: FindableOffice): OfficeWords {
  return {
    township: placeOf({ name: townshipName, english: nameEnglish }),
    county: placeOf({ name: countyName, english: countyNameEnglish }),
    address: asWords(address),
  }
}

function fitOf({ words, office }: { words: string; office: OfficeWords }): number {
  const { township, county, address } = office
  const below = words.replace(placesAbove, '').replace(county.whole, '')
  if (below === '' || below === county.core) {
    return words === township.core ? FIT.itself : words.includes(county.core) ? FIT.ofItsCounty : 0
  }
  if (/^[a-z0-9]+$/.test(below)) {
    const ofCounty = fitOfLetters({ letters: below, place: county }) >= FIT.beginsWith ? FIT.ofItsCounty : 0
    return Math.max(ofCounty, fitOfLetters({ letters: below, place: township }))
  }
  const ofAddress = below.length > 1 && address.includes(below) ? FIT.inItsAddress : 0
  const ofCounty = soundsTheSame({ words: below.replace(/[区县市]$/u, ''), place: county })
  return Math.max(
    fitOfCharacters({ words: below, place: township }),
    ofAddress,
    ofCounty ? FIT.soundsTheSame : 0,
  )
}

function soundsTheSame({ words, place }: { words: string; place: NamedPlace }): boolean {
  if ([...words].length !== [...place.core].length) return false
  return soundsOf(words).spellings.some(spelling => place.coreSounds.spellings.includes(spelling))
}

function fitOfCharacters({ words, place }: { words: string; place: NamedPlace }): number {
  const { whole, core } = place
  if (words === whole || words === core) return FIT.itself
  if (words.includes(whole) || (core.length > 1 && words.includes(core))) return FIT.inAnAddress
  if (whole.startsWith(words)) return FIT.beginsWith
  if (whole.includes(words)) return FIT.within
  const length = [...core].length
  const parts = length > 1 ? partsOf({ words, length }) : []
  const sounds = parts.flatMap(part => soundsOf(part).spellings)
  if (sounds.some(sound => place.coreSounds.spellings.includes(sound))) return FIT.soundsTheSame
  const spoken = place.coreSounds.spellings.map(asSpokenHere)
  if (sounds.some(sound => spoken.includes(asSpokenHere(sound)))) return FIT.soundsAlike
  return length > 2 && parts.some(part => differsByOne({ one: part, other: core })) ? FIT.oneOff : 0
}

/** Every run of so many characters: an address is looked through for a name that sounds like this one's. */
function partsOf({ words, length }: { words: string; length: number }): string[] {
  const characters = [...words]
  return characters.slice(0, 40).flatMap((_, start) => {
    const part = characters.slice(start, start + length)
    return part.length === length ? [part.join('')] : []
  })
}

function fitOfLetters({ letters, place }: { letters: string; place: NamedPlace }): number {
  const { english, sounds, coreSounds } = place
  const spellings = [english, ...coreSounds.spellings, ...sounds.spellings]
  const initials = [...coreSounds.initials, ...sounds.initials]
  const begins = (texts: string[], asked: string) => texts.some(text => text.startsWith(asked))
  if (spellings.includes(letters)) return FIT.itself
  if (letters.length < 2) return begins(initials, letters) ? FIT.initials : 0
  if (begins(spellings, letters)) return FIT.beginsWith
  if (begins(initials, letters)) return FIT.initials
  if (letters.length < 3) return 0
  const spoken = asSpokenHere(letters)
  if (begins(spellings.map(asSpokenHere), spoken)) return FIT.soundsAlike
  if (spellings.some(text => text.includes(letters))) return FIT.within
  const withoutKind = letters.replace(/(jiedao|zhen|xiang|nongchang)$/, '')
  const isOneOff = [english, ...coreSounds.spellings].some(other => differsByOne({ one: withoutKind, other }))
  return letters.length > 4 && isOneOff ? FIT.oneOff : 0
}
