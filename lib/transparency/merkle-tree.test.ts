import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consistencyProof,
  inclusionProof,
  isContinued,
  isIncluded,
  leafHash,
  rootAt,
  treeOf,
} from './merkle-tree'

/** The leaves and roots by which implementations of RFC 6962 are commonly compared. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hex => Buffer.from(hex, 'hex'))
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const tree = treeOf(entries.map(leafHash))

test.each(roots.map((root, size) => [size, root] as const))(
  'a tree of %i leaves has the root %s',
  (size, root) => {
    expect(rootAt({ tree, size }).toString('hex')).toBe(root)
  },
)

test('the proof of the first leaf of eight is the known one', () => {
  expect(inclusionProof({ tree, index: 0 }).map(hash => hash.toString('hex'))).toEqual([
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
})

const other = leafHash(Buffer.from('other'))
const someLeaves = fc
  .integer({ min: 1, max: 70 })
  .map(size => Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`entry ${index}`))))

describe('proofs', () => {
  test('every leaf is shown to be in its tree, and nothing else is', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), fc.nat(), (leaves, toSize, at, flip) => {
        const grown = treeOf(leaves)
        const size = (toSize % leaves.length) + 1
        const index = at % size
        const [root, proof] = [rootAt({ tree: grown, size }), inclusionProof({ tree: grown, index, size })]
        const leaf = leaves[index] ?? other
        expect(isIncluded({ leaf, index, size, proof, root })).toBe(true)
        expect(isIncluded({ leaf: other, index, size, proof, root })).toBe(false)
        expect(isIncluded({ leaf, index, size, proof: [...proof, root], root })).toBe(false)
        if (proof.length === 0) return
        expect(isIncluded({ leaf, index, size, proof: proof.slice(1), root })).toBe(false)
        const changed = proof.map(hash => Buffer.from(hash))
        const victim = changed[flip % changed.length] ?? root
        victim.writeUInt8(victim.readUInt8(flip % 32) ^ 1, flip % 32)
        expect(isIncluded({ leaf, index, size, proof: changed, root })).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('a tree is shown to continue each of its beginnings, and no other', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), (leaves, at) => {
        const grown = treeOf(leaves)
        const from = (at % leaves.length) + 1
        const [size, root] = [leaves.length, rootAt({ tree: grown })]
        const earlierRoot = rootAt({ tree: grown, size: from })
        const proof = consistencyProof({ tree: grown, earlier: from })
        expect(isContinued({ from, size, proof, earlierRoot, root })).toBe(true)
        const rewritten = rootAt({ tree: treeOf([...leaves.slice(0, from - 1), other]) })
        expect(isContinued({ from, size, proof, earlierRoot: rewritten, root })).toBe(false)
        expect(isContinued({ from, size, proof: [...proof, root], earlierRoot, root })).toBe(false)
        if (proof.length > 0)
          expect(isContinued({ from, size, proof: proof.slice(1), earlierRoot, root })).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    [-1, 3],
    [3, 3],
    [0.5, 3],
    [Number.NaN, 3],
    [2 ** 60, 3],
  ])('nonsense is no proof: leaf %d of %d', (index, size) => {
    const root = leafHash(Buffer.from('x'))
    expect(isIncluded({ leaf: root, index, size, proof: [], root })).toBe(false)
    expect(isContinued({ from: index, size, proof: [root], earlierRoot: root, root })).toBe(false)
  })
})
