// `npm run verify-log -- https://host [--kept <file>] [--trust <public key>]`: whether a service's public log of
// certificates is what its signed head says, and continues the head that was kept at an earlier check. It reads
// nothing but published data. Exit code: 0 it is, 1 it is not, 2 cannot tell.
import { existsSync, writeFileSync } from 'node:fs'
import { type PublicKey, readPublicKey } from '@/lib/certificates/keys/signing-key'
import { type Checkpoint, readCheckpoint } from '@/lib/transparency/checkpoint'
import { leafHash, type MerkleTree, rootAt, sizeOf, treeOf } from '@/lib/transparency/merkle-tree'
import { answerOrSayWhy, readNamedFile, readOptions } from './start/could-not-check'
import { StartFailure, say } from './start/say'
import { readTypedKey } from './start/signing-keys'

await answerOrSayWhy(async () => {
  const { values: options, positionals } = readOptions({
    allowPositionals: true,
    options: {
      kept: { type: 'string', default: 'log-checkpoint.txt' },
      trust: { type: 'string', multiple: true, default: [] },
    },
  })
  const service = (positionals[0] ?? '').replace(/\/+$/, '')
  if (!/^https?:\/\//.test(service) || !URL.canParse(service)) {
    throw new StartFailure(
      '用法 · usage: npm run verify-log -- https://dengji.example.cn [--kept log-checkpoint.txt] [--trust <x>]',
    )
  }
  const typed = options.trust.map(readTypedKey)
  return await verifyLog({ service, keptIn: options.kept, typed }).catch(cannotTell)
})

async function verifyLog({
  service,
  keptIn,
  typed,
}: {
  service: string
  keptIn: string
  typed: PublicKey[]
}): Promise<number> {
  const origin = `${new URL(service).host}/certificates`
  const keys = typed.length > 0 ? typed : await publishedKeys(service)
  const note = await fetchText(`${service}/transparency/checkpoint`)
  if (note === '')
    return cannotTell('还没有签名的树根，请过一分钟再试 · no signed head yet, try again in a minute')
  const head = readCheckpoint({ note, origin, keys })
  if (!head) return refuse('树根没有可信的签名 · the head is not signed by a trusted key')
  const tree = treeOf(
    (await fetchEntries({ service, size: head.size })).map(entry => leafHash(Buffer.from(entry))),
  )
  if (!isRootOf({ tree, checkpoint: head })) {
    return refuse('公布的记录与签名的树根不符 · the published entries do not have the signed root')
  }
  const before = keptCheckpoint({ keptIn, origin, keys })
  if (before === 'unreadable') return refuse(`${keptIn} 不是可信的签名树根 · is no trusted checkpoint`)
  if (before && !isRootOf({ tree, checkpoint: before })) {
    return refuse(
      '与上次保存的树根不一致：记录被改动或删除 · not a continuation of the checkpoint kept before',
    )
  }
  keepCheckpoint({ keptIn, note })
  say(`✓ ${head.size} 条记录与签名的树根一致 · entries have the signed root ${head.root.toString('base64')}`)
  if (before)
    say(`✓ 与上次的 ${before.size} 条一脉相承 · continues the ${before.size} entries of the last check`)
  say(`  树根已保存 · checkpoint kept in ${keptIn}`)
  return 0
}

/** The service was not reached, or did not answer as it should: neither a yes nor a no. */
function cannotTell(why: unknown): number {
  if (why instanceof StartFailure) throw why
  const cause = why instanceof Error ? String(why.cause ?? why.message) : String(why)
  say(`? 现在无法核对 · cannot tell now: ${cause}`)
  return 2
}

function refuse(why: string): number {
  say(`✗ ${why}`)
  return 1
}

function isRootOf({ tree, checkpoint }: { tree: MerkleTree; checkpoint: Checkpoint }): boolean {
  const { size, root } = checkpoint
  return size <= sizeOf(tree) && rootAt({ tree, size }).equals(root)
}

function keptCheckpoint({
  keptIn,
  ...of
}: Omit<Parameters<typeof readCheckpoint>[0], 'note'> & { keptIn: string }):
  | Checkpoint
  | 'unreadable'
  | null {
  if (!existsSync(keptIn)) return null
  return readCheckpoint({ note: readNamedFile(keptIn).toString('utf8'), ...of }) ?? 'unreadable'
}

function keepCheckpoint({ keptIn, note }: { keptIn: string; note: string }): void {
  try {
    writeFileSync(keptIn, note)
  } catch {
    throw new StartFailure(`不能写入 ${keptIn}。\n${keptIn} cannot be written.`)
  }
}

async function publishedKeys(service: string): Promise<PublicKey[]> {
  const { keys } = JSON.parse(await fetchText(`${service}/.well-known/jwks.json`))
  const trusted: { x: string; revoked?: unknown }[] = keys.filter(
    (key: { revoked?: unknown }) => !key.revoked,
  )
  return trusted.map(({ x }) => readPublicKey(x))
}

async function fetchEntries({ service, size }: { service: string; size: number }): Promise<string[]> {
  const entries: string[] = []
  while (entries.length < size) {
    const page: { entries: { index: number; entry: string }[] } = JSON.parse(
      await fetchText(`${service}/transparency/entries?from=${entries.length}`),
    )
    if (page.entries.length === 0) break
    entries.push(...page.entries.map(({ entry }) => entry))
  }
  return entries.slice(0, size)
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.text()
}
