import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicant } from './03-applicant'
import { aContext, anyText, problemsOf, residentIdNumbers } from './testing'

const read = (typed: Record<string, string>) => applicant.read(typed, { ...aContext, answers: {} })

describe('the applicant', () => {
  test('is named with a resident ID card, in whatever width and case it was typed', () => {
    expect(read({ name: '李婷', idNumber: '４２０２０２１９８５０１０１００２ｘ' })).toMatchObject({
      ok: true,
      value: { document: { number: '42020219850101002X' } },
    })
    expect(read({ name: '李婷', idNumber: ' 4202 0219 9305 1235 23 ' })).toEqual({
      ok: true,
      value: { name: '李婷', document: { kind: 'resident-id-card', number: '420202199305123523' } },
    })
  })

  test('or with another document, for those who have no ID card', () => {
    expect(read({ name: 'Anna Müller', otherKind: 'passport', otherNumber: 'c01x0006h' })).toEqual({
      ok: true,
      value: { name: 'Anna Müller', document: { kind: 'passport', number: 'C01X0006H' } },
    })
  })

  test.each([
    [{}, ['name: name-empty', 'idNumber: document-empty']],
    [{ name: '李婷', idNumber: '42020219930512352X' }, ['idNumber: document-check-character']],
    [{ name: '李婷', idNumber: '420202930512352' }, ['idNumber: document-fifteen-digits']],
    [{ name: '李婷', idNumber: '810000199305123523' }, ['idNumber: document-check-character']],
    [{ name: '李婷', otherNumber: 'C01X0006H' }, ['otherKind: document-choose-kind']],
    [{ name: '李婷', otherKind: 'passport' }, ['otherNumber: document-empty']],
    [{ name: '李婷', otherKind: 'library-card', otherNumber: '1' }, ['otherKind: document-choose-kind']],
    [
      { name: '李婷', idNumber: '420202199305123523', otherKind: 'passport', otherNumber: 'C01X0006H' },
      ['idNumber: document-two-given'],
    ],
  ])('is asked again for %j', (typed, problems) => {
    expect(problemsOf(read(typed))).toEqual(problems)
  })

  test('whose kind of document was chosen by mistake is read by the ID card that was filled in', () => {
    expect(read({ name: '李婷', idNumber: '420202199305123523', otherKind: 'passport' })).toMatchObject({
      ok: true,
      value: { document: { kind: 'resident-id-card' } },
    })
  })

  test('has every right ID number accepted', () => {
    fc.assert(
      fc.property(residentIdNumbers, idNumber => {
        expect(read({ name: '李婷', idNumber })).toMatchObject({ ok: true })
      }),
    )
  })

  test('gets a problem at a field, never an error, whatever arrives', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (name, idNumber, otherKind, otherNumber) => {
        for (const problem of problemsOf(read({ name, idNumber, otherKind, otherNumber }))) {
          expect(problem).toMatch(/^(name|idNumber|otherKind|otherNumber): (name|document)-/)
        }
      }),
    )
  })
})
