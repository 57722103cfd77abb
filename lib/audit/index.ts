export { type ChangeOfService, recordChange } from './record-change'
export { recordView } from './record-view'
export { type View, viewsOfApplication } from './views-of-application'
