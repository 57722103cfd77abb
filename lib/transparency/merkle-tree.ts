import { createHash } from 'node:crypto'

/** The Merkle tree of RFC 6962: hashes of leaves and nodes begin with different bytes, so that neither passes for the other. */
export type Hash = Buffer

const HASH_BYTES = 32

export function leafHash(entry: Uint8Array): Hash {
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(entry)
    .digest()
}

function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest()
}

/**
 * A tree that grows: its leaves, and above them the hashes of all complete pairs, so that a root or a proof
 * costs some dozen hashes however large the tree is.
 */
export type MerkleTree = { levels: Hash[][] }

export function treeOf(leaves: readonly Hash[]): MerkleTree {
  const tree: MerkleTree = { levels: [[]] }
  for (const leaf of leaves) addLeaf(tree, leaf)
  return tree
}

export function sizeOf(tree: MerkleTree): number {
  return tree.levels[0]?.length ?? 0
}

/** Adds a leaf behind the last one. */
export function addLeaf(tree: MerkleTree, leaf: Hash): void {
  let hash: Hash | undefined = leaf
  for (let level = 0; hash; level += 1) {
    const row: Hash[] = tree.levels[level] ?? []
    tree.levels[level] = row
    row.push(hash)
    const [left, right]: Hash[] = row.length % 2 === 0 ? row.slice(-2) : []
    hash = left && right ? nodeHash(left, right) : undefined
  }
}

/** The root over the first so many leaves (RFC 6962 §2.1). */
export function rootAt({ tree, size = sizeOf(tree) }: { tree: MerkleTree; size?: number }): Hash {
  if (size > sizeOf(tree)) throw new RangeError('the tree has not so many leaves')
  return size === 0 ? createHash('sha256').digest() : rootOfRange(tree, { from: 0, to: size })
}

type Range = { from: number; to: number }

function rootOfRange(tree: MerkleTree, { from, to }: Range): Hash {
  const count = to - from
  const complete = isPowerOfTwo(count) ? tree.levels[Math.log2(count)]?.[from / count] : undefined
  if (complete) return complete
  const middle = from + largestPowerBelow(count)
  return nodeHash(rootOfRange(tree, { from, to: middle }), rootOfRange(tree, { from: middle, to }))
}

type OfTree = { tree: MerkleTree; size?: number }

/** The hashes that lead from a leaf to the root (RFC 6962 §2.1.1). */
export function inclusionProof({ tree, index, size = sizeOf(tree) }: OfTree & { index: number }): Hash[] {
  if (index < 0 || index >= size) throw new RangeError('no leaf at this place')
  return inclusionPath(tree, { index, range: { from: 0, to: size } })
}

function inclusionPath(tree: MerkleTree, { index, range }: { index: number; range: Range }): Hash[] {
  if (range.to - range.from === 1) return []
  const [left, right] = halves(range)
  return index < left.to
    ? [...inclusionPath(tree, { index, range: left }), rootOfRange(tree, right)]
    : [...inclusionPath(tree, { index, range: right }), rootOfRange(tree, left)]
}

/** The hashes that show the tree to be a continuation of an earlier, smaller one (RFC 6962 §2.1.2). */
export function consistencyProof({
  tree,
  earlier,
  size = sizeOf(tree),
}: OfTree & { earlier: number }): Hash[] {
  if (earlier < 1 || earlier > size) throw new RangeError('no earlier tree of this size')
  return consistencyPath(tree, { earlier, range: { from: 0, to: size }, isWhole: true })
}

function consistencyPath(
  tree: MerkleTree,
  { earlier, range, isWhole }: { earlier: number; range: Range; isWhole: boolean },
): Hash[] {
  if (earlier === range.to) return isWhole ? [] : [rootOfRange(tree, range)]
  const [left, right] = halves(range)
  return earlier <= left.to
    ? [...consistencyPath(tree, { earlier, range: left, isWhole }), rootOfRange(tree, right)]
    : [...consistencyPath(tree, { earlier, range: right, isWhole: false }), rootOfRange(tree, left)]
}

function halves({ from, to }: Range): [Range, Range] {
  const middle = from + largestPowerBelow(to - from)
  return [
    { from, to: middle },
    { from: middle, to },
  ]
}

/** Whether a leaf stands at its place in the tree of this root (RFC 9162 §2.1.3.2). Never throws. */
export function isIncluded({
  leaf,
  index,
  size,
  proof,
  root,
}: {
  leaf: Hash
  index: number
  size: number
  proof: readonly Hash[]
  root: Hash
}): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if (![leaf, root, ...proof].every(isHash)) return false
  const sides = sidesOf({ place: index, last: size - 1, count: proof.length })
  if (!sides) return false
  const computed = proof.reduce(
    (hash, sibling, step) => (sides[step] === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling)),
    leaf,
  )
  return computed.equals(root)
}

/** Whether a tree continues an earlier one, nothing changed and nothing dropped (RFC 9162 §2.1.4.2). Never throws. */
export function isContinued({
  from,
  size,
  proof,
  earlierRoot,
  root,
}: {
  from: number
  size: number
  proof: readonly Hash[]
  earlierRoot: Hash
  root: Hash
}): boolean {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(size) || from < 1 || from > size) return false
  if (from === size) return proof.length === 0 && earlierRoot.equals(root)
  if (![earlierRoot, root, ...proof].every(isHash)) return false
  const [first, ...rest] = isPowerOfTwo(from) ? [earlierRoot, ...proof] : proof
  if (!first) return false
  let [place, last] = [from - 1, size - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  const sides = sidesOf({ place, last, count: rest.length })
  if (!sides) return false
  let [earlier, later] = [first, first]
  for (const [step, hash] of rest.entries()) {
    if (sides[step] === 'left') [earlier, later] = [nodeHash(hash, earlier), nodeHash(hash, later)]
    else later = nodeHash(later, hash)
  }
  return earlier.equals(earlierRoot) && later.equals(root)
}

/** A hash of another length was made by nobody who follows the standard; two empty ones would even be equal. */
function isHash({ length }: Hash): boolean {
  return length === HASH_BYTES
}

/** On which side each hash of a proof stands on the way from a place to the root; null for a proof of another length. */
function sidesOf(way: { place: number; last: number; count: number }): ('left' | 'right')[] | null {
  let { place, last } = way
  const sides: ('left' | 'right')[] = []
  for (let step = 0; step < way.count; step += 1) {
    if (last === 0) return null
    const side = place % 2 === 1 || place === last ? 'left' : 'right'
    sides.push(side)
    while (side === 'left' && place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 ? sides : null
}

function half(number: number): number {
  return Math.floor(number / 2)
}

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number))
}

/** The largest power of two below a number of at least two. */
function largestPowerBelow(number: number): number {
  return 2 ** Math.floor(Math.log2(number - 1))
}
