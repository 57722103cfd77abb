import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSignature, signerOf } from './10-signature'
import { anyText } from './testing'

const applicant = {
  name: '阿依·古丽',
  document: { kind: 'resident-id-card', number: '420202199305123523' },
} as const

describe('the signature', () => {
  test('is the applicant’s name, or the proxy’s where somebody applies for them', () => {
    expect(signerOf({ applicant, proxy: null })).toBe('阿依·古丽')
    expect(
      signerOf({ applicant, proxy: { name: '王芳', relation: 'relative', mandate: { kind: 'written' } } }),
    ).toBe('王芳')
  })

  test.each(['阿依·古丽', '阿依•古丽', '阿依・古丽', '阿依．古丽', ' 阿依 · 古丽 '])(
    'is the same name in the spelling %j, and kept as the application has it',
    typedName => {
      expect(readSignature({ typedName, signer: '阿依·古丽' })).toEqual({ ok: true, value: '阿依·古丽' })
    },
  )

  test('does not mind case and spaces of Latin names', () => {
    expect(readSignature({ typedName: 'anna  MÜLLER', signer: 'Anna Müller' })).toMatchObject({ ok: true })
  })

  test.each([
    ['', 'signature-missing'],
    ['  ', 'signature-missing'],
    ['王芳', 'signature-differs'],
    ['阿依', 'signature-differs'],
    ['阿依·古丽👶', 'signature-differs'],
  ])('is asked again for %j', (typedName, failure) => {
    expect(readSignature({ typedName, signer: '阿依·古丽' })).toMatchObject({ ok: false, failure })
  })

  test('keeps characters apart that only look alike: 䶮 is not 龑', () => {
    expect(readSignature({ typedName: '刘龑', signer: '刘䶮' })).toMatchObject({
      failure: 'signature-differs',
    })
  })

  test('never accepts what is not the name, and never throws', () => {
    fc.assert(
      fc.property(anyText, typedName => {
        const read = readSignature({ typedName, signer: '李婷' })
        if (read.ok) expect(typedName.normalize('NFKC').replace(/\s/g, '')).toContain('李婷')
      }),
    )
  })
})
