// `npm run audit:verify`: whether anybody touched the logs. Options and limits: docs/security.md. Exit code:
// 0 nothing was touched, 1 something was, 2 cannot tell, 3 something was signed by a key that is unknown here.
import { existsSync } from 'node:fs'
import postgres from 'postgres'
import { serviceViewerOf, viewerSetting } from '@/db/row-security'
import {
  type CheckpointFinding,
  type Finding,
  type TrustedKey,
  type UnprovenCheckpoint,
  type Verification,
  verifyLogs,
  whatIsWrongWithExport,
  whatIsWrongWithFile,
} from '@/lib/audit'
import {
  addressOfDatabase,
  answerOrSayWhy,
  exitCodes,
  readNamedFile,
  readOptions,
  valueOfJson,
} from './start/could-not-check'
import { dataRoom } from './start/data-room'
import { readGivenEnvironment } from './start/given-environment'
import { StartFailure, say } from './start/say'
import { readKeptKeys, readTypedKey, readTypedSecret } from './start/signing-keys'

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
  'checkpoint-key-retired':
    '签名密钥当时早已停用 · the checkpoint was signed by a key that had long ceased to sign',
  'checkpoint-signature-wrong': '检查点的签名不对 · the signature of the checkpoint is wrong',
  'checkpoint-missing-before': '它之前缺少检查点 · a checkpoint before it was removed',
  'checkpoint-not-linked': '与前一个检查点不相连 · it does not follow from the checkpoint before it',
  'heads-changed': '检查点所记的链头被改动 · the heads that it keeps were changed',
  'kept-checkpoint-missing':
    '另行保存的检查点不在库中 · the checkpoint noted elsewhere is not in the database',
}

const unprovenWords: Record<UnprovenCheckpoint['why'], string> = {
  'key-unknown': '未知密钥 · unknown key',
  'key-withdrawn': '密钥当时已撤回 · key withdrawn by then',
}

const exportAnswers: Record<
  NonNullable<ReturnType<typeof whatIsWrongWithExport>>,
  { says: string; code: number }
> = {
  'export-unreadable': {
    says: '不是带签名的导出文件，或末尾的签名被改动 · this is no signed export, or the signature at its end was changed',
    code: exitCodes.notWell,
  },
  'export-changed': { says: '导出文件被改动 · the export was changed', code: exitCodes.notWell },
  'export-signature-wrong': { says: '签名不对 · its signature is wrong', code: exitCodes.notWell },
  'export-key-unknown': {
    says: '未知密钥：不能确认是本服务签的 · unknown key: nothing shows that this service signed it',
    code: exitCodes.unproven,
  },
  'export-key-withdrawn': {
    says: '签名密钥已撤回，不能再作证明 · its key was withdrawn and proves nothing any more',
    code: exitCodes.unproven,
  },
}

await answerOrSayWhy(async () => {
  const { values: options } = readOptions({
    options: {
      database: { type: 'string' },
      trust: { type: 'string', multiple: true, default: [] },
      keys: { type: 'string' },
      kept: { type: 'string' },
      export: { type: 'string' },
      proof: { type: 'string' },
    },
  })
  const keys = () => trustedKeys({ typed: options.trust, keysFile: options.keys })
  if (options.export) return checkExport({ file: options.export, proof: options.proof, keys: keys() })
  if (options.proof) {
    throw new StartFailure(
      '--proof 要和 --export 一起用。\n--proof goes with --export, the file that it proves.',
    )
  }
  return checkLogs({ url: options.database, kept: digest(options.kept), keys: keys() })
})

async function checkLogs({
  url,
  kept,
  keys,
}: {
  url: string | undefined
  kept: string | undefined
  keys: TrustedKey[]
}): Promise<number> {
  const address = addressOfDatabase({ typed: url, role: 'appUrl' })
  const sql = postgres(address, {
    max: 1,
    onnotice: () => {},
    connection: { [viewerSetting]: serviceViewerOf({ appUrl: address }) },
  })
  try {
    const verification = await verifyLogs({ sql, keys, ...(kept && { kept }) })
    return tell(verification)
  } finally {
    await sql.end()
  }
}

/** Whether an exported file is as the service signed it; the proof of a workbook is a file beside it. */
function checkExport({
  file,
  proof,
  keys,
}: {
  file: string
  proof: string | undefined
  keys: TrustedKey[]
}): number {
  const content = readNamedFile(file)
  if (!proof && content.subarray(0, 2).toString() === 'PK') {
    throw new StartFailure(
      '这是表格文件（XLSX），签名在另一个文件里：请加上 --proof 签名文件。\n' +
        'This is a workbook (XLSX), whose signature is a file of its own: add --proof and that file.',
    )
  }
  const wrong = proof
    ? whatIsWrongWithFile({ file: content, proof: readNamedFile(proof).toString('utf8'), keys })
    : whatIsWrongWithExport({ file: content.toString('utf8'), keys })
  if (!wrong) {
    say('✓ 导出文件未被改动 · the export is as it was signed')
    return exitCodes.well
  }
  say(`✗ ${exportAnswers[wrong].says}`)
  return exportAnswers[wrong].code
}

/** The digest of a checkpoint as it was noted down. */
function digest(typed: string | undefined): string | undefined {
  if (typed === undefined || /^[0-9a-f]{64}$/.test(typed)) return typed
  throw new StartFailure(
    `--kept 应当是检查点的摘要，64 个十六进制字符。\n--kept is the digest of a checkpoint: 64 hexadecimal characters.`,
  )
}

/**
 * The service's own key, those that its operator's file knows to have signed here, and those named with --trust:
 * never one that only the checked database vouches for.
 */
function trustedKeys({ typed, keysFile }: { typed: string[]; keysFile: string | undefined }): TrustedKey[] {
  if (keysFile !== undefined) readNamedFile(keysFile)
  const kept = readKeptKeys(keysFile)
  const named = typed.map(readTypedKey)
  const own = ownKey({ isNeeded: kept.length + named.length === 0 })
  const isKept = own.some(({ keyId }) => kept.some(key => key.keyId === keyId))
  // What the operator types goes before the file; what the file says of the key in use, before the key itself.
  return [...named, ...kept, ...(isKept ? [] : own)]
}

function ownKey({ isNeeded }: { isNeeded: boolean }): TrustedKey[] {
  const given = readGivenEnvironment().CERTIFICATE_SIGNING_KEY
  const file = `${dataRoom}/secrets.json`
  if (given === undefined && !existsSync(file)) {
    if (!isNeeded) return []
    throw new StartFailure(
      '没有可以用来核对的密钥：请在服务所在的文件夹运行，或者写 --keys 文件、--trust 公钥。\n' +
        'There is no key to check with: run this in the service’s folder, or give --keys or --trust.',
    )
  }
  return [readTypedSecret(given ?? valueOfJson(file, 'CERTIFICATE_SIGNING_KEY'))]
}

function tell({ rows, checkpoints, newest, findings, unproven }: Verification): number {
  say(
    `audit_events ${rows.audit_events} · application_events ${rows.application_events} · audit_checkpoints ${checkpoints}`,
  )
  if (newest) say(`最新检查点 · newest checkpoint: ${newest.number}, ${newest.at}, ${newest.sha256}`)
  tellUnproven(unproven)
  for (const finding of findings.slice(0, mostFindingsShown)) say(`✗ ${sayFinding(finding)}`)
  if (findings.length > 0) {
    say(`✗ ${findings.length} 处被改动 · places where something was touched`)
    return exitCodes.notWell
  }
  if (unproven.length > 0) return exitCodes.unproven
  say('✓ 没有发现改动 · nothing was touched')
  return exitCodes.well
}

/** One line a key, not one a checkpoint: a key signs one every hour. */
function tellUnproven(unproven: readonly UnprovenCheckpoint[]): void {
  const nameOf = ({ why, keyId }: UnprovenCheckpoint) => `${unprovenWords[why]} ${keyId}`
  for (const key of new Set(unproven.map(nameOf))) {
    const signed = unproven.filter(checkpoint => nameOf(checkpoint) === key)
    const first = signed.at(0)?.number
    const last = signed.at(-1)?.number
    const which = first === last ? `#${first}` : `#${first}–#${last}`
    say(`! ${key}: ${signed.length} 个检查点 · checkpoints ${which}`)
  }
  if (unproven.length === 0) return
  say(
    '! 这些检查点不能作证。确是您以前的密钥时，用 --trust 公钥 再核对一次；不是时，有人以自己的密钥重写了记录。',
  )
  say(
    '! They prove nothing. If it was a key of yours, check again with --trust; if not, somebody wrote the log anew under a key of their own.',
  )
}

function sayFinding(finding: Finding | CheckpointFinding): string {
  if (finding.log === 'audit_checkpoints') return `${finding.log} #${finding.number}: ${words[finding.what]}`
  const { log, applicationId, rowId, what } = finding
  const chain = applicationId ? `application ${applicationId}` : 'no application'
  return `${log}${rowId ? ` #${rowId}` : ''} (${chain}): ${words[what]}`
}
