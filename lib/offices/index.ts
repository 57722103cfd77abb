export { type FindableOffice, findOffices } from './find-offices'
