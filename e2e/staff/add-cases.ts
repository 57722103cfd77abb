// Adds accepted cases to the first office of the demo by the service's own command and prints their
// references, in a process of its own with the environment of one worker's service.
import { parsePersonalDataKeys } from '@/db/personal-data'
import { anAcceptedCase } from '@/db/testing/test-cases'
import { openDatabase } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'

const { DATABASE_APP_URL, PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
const { db, close } = openDatabase({ url: DATABASE_APP_URL, keys, connections: 1 })
const references: string[] = []
for (let count = Number(process.argv[2]); count > 0; count -= 1) {
  references.push((await anAcceptedCase(db)).reference)
}
await close()
process.stdout.write(JSON.stringify(references))
