// `npm run verify-log -- https://host [--kept <file>] [--trust <public key>]`: whether a service's public log of
// certificates is what its signed head says, and continues the head that was kept at an earlier check. It reads
// nothing but published data. Exit code: 0 it is, 1 it is not, 2 cannot tell.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readPublicKey } from '@/lib/certificates/keys/signing-key'
import { type Checkpoint, readCheckpoint } from '@/lib/transparency/checkpoint'
import { leafHash, type MerkleTree, rootAt, sizeOf, treeOf } from '@/lib/transparency/merkle-tree'
import { say } from './start/say'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kept: { type: 'string', default: 'log-checkpoint.txt' },
    trust: { type: 'string', multiple: true, default: [] },
  },
})
const service = (positionals[0] ?? '').replace(/\/+$/, '')

if (!URL.canParse(service)) {
  say(
    '用法 · usage: npm run verify-log -- https://dengji.example.cn [--kept log-checkpoint.txt] [--trust <x>]',
  )
  process.exitCode = 2
} else {
  process.exitCode = await verifyLog().catch(cannotTell)
}

async function verifyLog(): Promise<number> {
  const origin = `${new URL(service).host}/certificates`
  const keys = (options.trust.length > 0 ? options.trust : await publishedKeys()).map(readPublicKey)
  const note = await fetchText('/transparency/checkpoint')
  if (note === '')
    return cannotTell('还没有签名的树根，请过一分钟再试 · no signed head yet, try again in a minute')
  const head = readCheckpoint({ note, origin, keys })
  if (!head) return refuse('树根没有可信的签名 · the head is not signed by a trusted key')
  const tree = treeOf((await fetchEntries(head.size)).map(entry => leafHash(Buffer.from(entry))))
  if (!isRootOf({ tree, checkpoint: head })) {
    return refuse('公布的记录与签名的树根不符 · the published entries do not have the signed root')
  }
  const before = keptCheckpoint({ origin, keys })
  if (before === 'unreadable') return refuse(`${options.kept} 不是可信的签名树根 · is no trusted checkpoint`)
  if (before && !isRootOf({ tree, checkpoint: before })) {
    return refuse(
      '与上次保存的树根不一致：记录被改动或删除 · not a continuation of the checkpoint kept before',
    )
  }
  writeFileSync(options.kept, note)
  say(`✓ ${head.size} 条记录与签名的树根一致 · entries have the signed root ${head.root.toString('base64')}`)
  if (before)
    say(`✓ 与上次的 ${before.size} 条一脉相承 · continues the ${before.size} entries of the last check`)
  say(`  树根已保存 · checkpoint kept in ${options.kept}`)
  return 0
}

/** The service was not reached, or did not answer as it should: neither a yes nor a no. */
function cannotTell(why: unknown): number {
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

function keptCheckpoint(
  of: Omit<Parameters<typeof readCheckpoint>[0], 'note'>,
): Checkpoint | 'unreadable' | null {
  if (!existsSync(options.kept)) return null
  return readCheckpoint({ note: readFileSync(options.kept, 'utf8'), ...of }) ?? 'unreadable'
}

async function publishedKeys(): Promise<string[]> {
  const { keys } = JSON.parse(await fetchText('/.well-known/jwks.json'))
  const trusted: { x: string; revoked?: unknown }[] = keys.filter(
    (key: { revoked?: unknown }) => !key.revoked,
  )
  return trusted.map(({ x }) => x)
}

async function fetchEntries(size: number): Promise<string[]> {
  const entries: string[] = []
  while (entries.length < size) {
    const page: { entries: { index: number; entry: string }[] } = JSON.parse(
      await fetchText(`/transparency/entries?from=${entries.length}`),
    )
    if (page.entries.length === 0) break
    entries.push(...page.entries.map(({ entry }) => entry))
  }
  return entries.slice(0, size)
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(service + path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}
