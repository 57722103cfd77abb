export { countByKey, type SealedCount } from './count-by-key'
export { type Progress, reencryptPersonalData } from './reencrypt'
export { isKeptAsWritten, type SealedColumn, type SealedTable, sealedTables } from './sealed-columns'
