export { isRewritable, type PersonalColumn, personalColumns } from './personal-columns'
export { countByKey, reencryptPersonalData, type SealedCount } from './reencrypt'
