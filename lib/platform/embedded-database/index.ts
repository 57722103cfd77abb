export { EmbeddedDatabaseFailure } from './failure'
export { anyFreePort, isFree, nextFreePort } from './free-port'
export { beginningOf, commandLineOf, isAlive, signalIfAlive } from './processes'
export { type EmbeddedDatabase, startEmbeddedDatabase } from './start-embedded-database'
