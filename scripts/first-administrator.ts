// `npm run staff:first-administrator -- --name 何平 --account heping [--number HS001]`: see docs/operations.md.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { addFirstAdministrator } from '@/lib/administration'
import { openDatabase } from '@/lib/platform/database'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { say } from './start/say'
import { loadSecrets } from './start/secrets'

const { values: options } = parseArgs({
  options: {
    name: { type: 'string', default: '' },
    account: { type: 'string', default: '' },
    number: { type: 'string', default: 'ADMIN-1' },
  },
})
const words = {
  'name-missing': '请写 --name 姓名 · give --name',
  'not-a-sign-in-name':
    '--account 要以小写字母开头，3 到 40 个字母、数字、点或短横 · --account: 3 to 40 small letters, digits, dots or hyphens',
  'not-a-staff-number':
    '--number 用 2 到 20 个大写字母、数字或短横 · --number: 2 to 20 capitals, digits or hyphens',
  'there-is-one': '已有管理员，请由管理员添加 · there is an administrator already, who adds others',
  taken: '登录名或工号已有人用 · that name or number is taken',
}

const environment = readGivenEnvironment()
const secrets = loadSecrets({ file: `${dataRoom}/secrets.json`, environment })
const { db, close } = openDatabase({
  url: environment.DATABASE_APP_URL ?? JSON.parse(readFileSync(`${dataRoom}/database.json`, 'utf8')).appUrl,
  keys: parsePersonalDataKeys({ sealing: secrets.PERSONAL_DATA_KEYS, lookup: secrets.LOOKUP_KEY }),
  connections: 1,
})
try {
  const { name, account: signInName, number: staffNumber } = options
  const added = await addFirstAdministrator({ name: name.trim(), signInName, staffNumber }, { db })
  if (added.ok) {
    say(`✓ 在 /staff/sign-in 登录 · sign in at /staff/sign-in: ${signInName}`)
    say(`  初始密码，七天内有效，只显示这一次 · initial password, for seven days, shown only now:`)
    say(`  ${added.value.initialPassword}`)
  } else {
    say(`✗ ${words[added.failure]}`)
    process.exitCode = 1
  }
} finally {
  await close()
}
