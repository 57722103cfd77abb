export type { ExcerptPart } from './excerpt'
export { type GuideLanguage, guideLanguages, guideSectionsToSearch } from './guide-sections'
export { type FoundSection, searchGuide, searchWordsOf } from './search-guide'
