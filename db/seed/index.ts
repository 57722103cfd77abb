export { seedReferenceData } from './reference-data'
