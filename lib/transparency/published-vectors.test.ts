import { describe, expect, test } from 'vitest'
import { isContinued, isIncluded } from './merkle-tree'
import consistency from './testing/consistency-vectors.json'
import inclusion from './testing/inclusion-vectors.json'

const hash = (base64: string) => Buffer.from(base64, 'base64')
const hashes = (proof: readonly string[] | null) => (proof ?? []).map(hash)

describe('proofs are judged as transparency-dev/merkle publishes that they should be', () => {
  test('there are 98 of each kind', () => {
    expect([inclusion.vectors.length, consistency.vectors.length]).toEqual([98, 98])
  })

  test.each(inclusion.vectors)('$file', ({ leafIdx, treeSize, leafHash, root, proof, wantErr }) => {
    const judged = isIncluded({
      leaf: hash(leafHash),
      index: leafIdx,
      size: treeSize,
      proof: hashes(proof),
      root: hash(root),
    })
    expect(judged).toBe(!wantErr)
  })

  test.each(consistency.vectors)('$file', ({ size1, size2, root1, root2, proof, wantErr }) => {
    const judged = isContinued({
      from: size1,
      size: size2,
      proof: hashes(proof),
      earlierRoot: hash(root1),
      root: hash(root2),
    })
    expect(judged).toBe(!wantErr)
  })
})
