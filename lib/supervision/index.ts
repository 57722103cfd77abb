export { openSupervisionRecord } from './open-supervision-record'
