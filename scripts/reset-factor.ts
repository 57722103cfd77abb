// `npm run staff:reset-factor -- --account heping`: see docs/operations.md.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { resetStaffAccess } from '@/lib/administration'
import { openDatabase } from '@/lib/platform/database'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { say } from './start/say'
import { loadSecrets } from './start/secrets'

const { values: options } = parseArgs({ options: { account: { type: 'string', default: '' } } })

const environment = readGivenEnvironment()
const secrets = loadSecrets({ file: `${dataRoom}/secrets.json`, environment })
const { db, close } = openDatabase({
  url: environment.DATABASE_APP_URL ?? JSON.parse(readFileSync(`${dataRoom}/database.json`, 'utf8')).appUrl,
  keys: parsePersonalDataKeys({ sealing: secrets.PERSONAL_DATA_KEYS, lookup: secrets.LOOKUP_KEY }),
  connections: 1,
})
try {
  const signInName = options.account.trim().toLowerCase()
  const reset = await resetStaffAccess({ signInName }, { db })
  if (reset.ok) {
    say(`✓ 密码和第二步验证已重设，所有登录已退出 · reset, and signed out everywhere: ${signInName}`)
    say(`  初始密码，七天内有效，只显示这一次 · initial password, for seven days, shown only now:`)
    say(`  ${reset.value.initialPassword}`)
  } else {
    say(`✗ --account：没有这个在用的登录名 · --account: no account in use has that sign-in name`)
    process.exitCode = 1
  }
} finally {
  await close()
}
