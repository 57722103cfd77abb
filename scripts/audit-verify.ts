// `npm run audit:verify`: whether anybody touched the logs. Options and limits: docs/security.md.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { serviceViewerOf, viewerSetting } from '@/db/row-security'
import {
  type CheckpointFinding,
  type Finding,
  type TrustedKey,
  type Verification,
  verifyLogs,
  whatIsWrongWithExport,
  whatIsWrongWithFile,
} from '@/lib/audit'
import { readPublicKey, readSigningKey } from '@/lib/certificates/keys/signing-key'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { say } from './start/say'

/** More would only repeat that the log was tampered with. */
const mostFindingsShown = 20

const words: Record<(Finding | CheckpointFinding)['what'], string> = {
  changed: '内容被改动 · its content was changed',
  'row-missing-before': '它之前有记录被删除 · a row before it was removed',
  'place-taken-twice': '记录被插入或换位 · a row was inserted or moved here',
  'not-linked': '与前一条记录不相连 · it does not follow from the row before it',
  'end-cut-off': '末尾的记录被删除 · rows at the end were removed',
  'words-taken-away':
    '内容被抹去而没有删除记录 · its words are gone, and nothing says that its case was erased',
  rewritten: '从此处起被重写 · rewritten up to here after a checkpoint had been signed',
  'checkpoint-changed': '检查点被改动 · the checkpoint was changed',
  'checkpoint-key-not-trusted':
    '检查点的签名密钥不受信任 · the checkpoint was signed by a key that is not trusted here',
  'checkpoint-signature-wrong': '检查点的签名不对 · the signature of the checkpoint is wrong',
  'checkpoint-missing-before': '它之前缺少检查点 · a checkpoint before it was removed',
  'checkpoint-not-linked': '与前一个检查点不相连 · it does not follow from the checkpoint before it',
  'heads-changed': '检查点所记的链头被改动 · the heads that it keeps were changed',
  'kept-checkpoint-missing':
    '另行保存的检查点不在库中 · the checkpoint noted elsewhere is not in the database',
}

const exportWords: Record<NonNullable<ReturnType<typeof whatIsWrongWithExport>>, string> = {
  'export-unreadable': '不是带签名的导出文件 · this is no signed export',
  'export-changed': '导出文件被改动 · the export was changed',
  'export-key-not-trusted': '签名密钥不受信任 · it was signed by a key that is not trusted here',
  'export-signature-wrong': '签名不对 · its signature is wrong',
}

const { values: options } = parseArgs({
  options: {
    database: { type: 'string' },
    trust: { type: 'string', multiple: true, default: [] },
    kept: { type: 'string' },
    export: { type: 'string' },
    proof: { type: 'string' },
  },
})
if (options.export) process.exit(checkExport(options.export))
const url = databaseUrl()
const sql = postgres(url, {
  max: 1,
  onnotice: () => {},
  connection: { [viewerSetting]: serviceViewerOf({ appUrl: url }) },
})
try {
  const verification = await verifyLogs({
    sql,
    keys: trustedKeys(options.trust),
    ...(options.kept && { kept: options.kept }),
  })
  tell(verification)
  process.exitCode = verification.findings.length === 0 ? 0 : 1
} finally {
  await sql.end()
}

/** Whether an exported file is as the service signed it; the proof of a workbook is a file beside it. */
function checkExport(file: string): number {
  const keys = trustedKeys(options.trust)
  const wrong = options.proof
    ? whatIsWrongWithFile({ file: readFileSync(file), proof: readFileSync(options.proof, 'utf8'), keys })
    : whatIsWrongWithExport({ file: readFileSync(file, 'utf8'), keys })
  say(wrong ? `✗ ${exportWords[wrong]}` : '✓ 导出文件未被改动 · the export is as it was signed')
  return wrong ? 1 : 0
}

function databaseUrl(): string {
  const given = options.database ?? readGivenEnvironment().DATABASE_APP_URL
  return given ?? JSON.parse(readFileSync(`${dataRoom}/database.json`, 'utf8')).appUrl
}

/** The service's own key and those named with --trust: never one that only the checked database vouches for. */
function trustedKeys(others: string[]): TrustedKey[] {
  const given = readGivenEnvironment().CERTIFICATE_SIGNING_KEY
  const own = given ?? JSON.parse(readFileSync(`${dataRoom}/secrets.json`, 'utf8')).CERTIFICATE_SIGNING_KEY
  return [readSigningKey(own), ...others.map(readPublicKey)]
}

function tell({ rows, checkpoints, newest, findings }: Verification): void {
  say(
    `audit_events ${rows.audit_events} · application_events ${rows.application_events} · audit_checkpoints ${checkpoints}`,
  )
  if (newest) say(`最新检查点 · newest checkpoint: ${newest.number}, ${newest.at}, ${newest.sha256}`)
  if (findings.length === 0) say('✓ 没有发现改动 · nothing was touched')
  for (const finding of findings.slice(0, mostFindingsShown)) say(`✗ ${sayFinding(finding)}`)
  if (findings.length > 0) say(`✗ ${findings.length} 处被改动 · places where something was touched`)
}

function sayFinding(finding: Finding | CheckpointFinding): string {
  if (finding.log === 'audit_checkpoints') return `${finding.log} #${finding.number}: ${words[finding.what]}`
  const { log, applicationId, rowId, what } = finding
  const chain = applicationId ? `application ${applicationId}` : 'no application'
  return `${log}${rowId ? ` #${rowId}` : ''} (${chain}): ${words[what]}`
}
