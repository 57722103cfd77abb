export { rowRules, tablesForEverybody } from './policies'
export { secureRows } from './secure-rows'
export { serviceViewer, serviceViewerOf, viewerOfSession, viewerSetting } from './viewer'
