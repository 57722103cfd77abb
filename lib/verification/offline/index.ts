export {
  judgeOffline,
  namesAgreeOffline,
  type OfflineJudgement,
  type OfflineTrouble,
} from './judge-offline'
export { listNumberOf, type OfflineList, readOfflineList } from './offline-list'
export { type OfflineToken, readOfflineToken } from './offline-token'
export { type OfflineKey, readKeySet } from './published-keys'
export { readScannedText, type ScannedText } from './scanned-text'
