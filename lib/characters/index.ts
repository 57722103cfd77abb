export { codePointOf, hexOf, ideographOf } from './code-point'
export {
  findCharacters,
  readSought,
  type Sought,
  type SoughtFailure,
  uncommonCharacters,
} from './find-characters'
export { COMMON, GENERAL, type KnownCharacter } from './table'
