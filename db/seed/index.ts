export { seedDemo } from './demo/seed-demo'
export { seedReferenceData } from './reference-data'
