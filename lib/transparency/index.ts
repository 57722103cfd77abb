export { type Checkpoint, readCheckpoint } from './checkpoint'
export { type ProvenEntry, proveNewestEntry, sayProof } from './prove-entry'
export {
  logOrigin,
  newestCheckpoint,
  type PublishedCheckpoint,
  publishedEntries,
  publishLog,
} from './publish-log'
export { type LogEntry, readEntry } from './read-entry'
