import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctableFields } from './correctable-fields'
import {
  changesBetween,
  type DeclaredFacts,
  declaredFacts,
  factsToCorrect,
  readCorrectedFacts,
} from './corrected-facts'

const facts: DeclaredFacts = {
  'applicant-name': '李婷',
  'applicant-document-kind': 'resident-id-card',
  'applicant-document-number': '420202199305123523',
  'other-parent-name': '张子畔',
  'other-parent-document-kind': 'resident-id-card',
  'other-parent-document-number': '420202199002110012',
  'address-basis': 'residence',
  'address-detail': '天津路社区 12 号',
  stage: 'expecting',
  'child-birth-date': null,
  'birth-certificate-number': null,
}
const today = '2026-11-24'

describe('a correction', () => {
  test('reads a name by the rules of the form', () => {
    const read = readCorrectedFacts({
      fields: ['applicant-name'],
      typed: { 'applicant-name': ' 阿依•古丽 ' },
      facts,
      today,
    })
    expect(read).toEqual({ ok: true, value: { ...facts, 'applicant-name': '阿依·古丽' } })
  })

  test.each([
    [{ 'applicant-name': '' }, 'applicant-name', 'name-empty'],
    [{ 'applicant-name': '李'.repeat(60) }, 'applicant-name', 'name-too-long'],
    [{ 'applicant-name': '<b>李婷</b>' }, 'applicant-name', 'name-forbidden-character'],
  ])('refuses %j at its box: %s, %s', (typed, field, problem) => {
    const read = readCorrectedFacts({ fields: ['applicant-name'], typed, facts, today })
    expect(read).toMatchObject({ ok: false, problems: [{ field, problem }] })
  })

  test.each([
    ['resident-id-card', '42020219930512352X', 'applicant-document-number', 'document-check-character'],
    ['', '420202199305123523', 'applicant-document-kind', 'document-choose-kind'],
    ['resident-id-card', '420202199002110012', 'applicant-document-number', 'other-parent-is-the-applicant'],
  ])('of a document %s %s is refused at %s: %s', (kind, number, field, problem) => {
    const typed = { 'applicant-document-kind': kind, 'applicant-document-number': number }
    const read = readCorrectedFacts({ fields: ['applicant-document'], typed, facts, today })
    expect(read).toMatchObject({ ok: false, problems: [{ field, problem }] })
  })

  test('about the child asks for the birth date once the child is born', () => {
    const born = { stage: 'born', 'child-birth-date-year': '2026', 'child-birth-date-month': '11' }
    const without = readCorrectedFacts({ fields: ['stage'], typed: born, facts, today })
    expect(without).toMatchObject({ problems: [{ field: 'child-birth-date' }] })
    const whole = { ...born, 'child-birth-date-day': '2', 'birth-certificate-number': 'v420001234' }
    expect(readCorrectedFacts({ fields: ['stage'], typed: whole, facts, today })).toMatchObject({
      value: { stage: 'born', 'child-birth-date': '2026-11-02', 'birth-certificate-number': 'V420001234' },
    })
  })

  test('that says the child is not born drops the birth date and certificate', () => {
    const born = {
      ...facts,
      stage: 'born',
      'child-birth-date': '2026-11-02',
      'birth-certificate-number': 'V420001234',
    }
    const read = readCorrectedFacts({ fields: ['stage'], typed: { stage: 'expecting' }, facts: born, today })
    expect(read).toEqual({ ok: true, value: facts })
  })

  test('asks nothing about another parent who was never named', () => {
    const alone = { ...facts, 'other-parent-name': null }
    expect(factsToCorrect({ fields: ['other-parent-name', 'other-parent-document'], facts: alone })).toEqual(
      [],
    )
  })

  test('never touches a fact that the notice does not list, whatever is sent', () => {
    const anyFields = fc.subarray([...correctableFields])
    const anyTyped = fc.dictionary(
      fc.constantFrom(...declaredFacts),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    fc.assert(
      fc.property(anyFields, anyTyped, (fields, typed) => {
        const read = readCorrectedFacts({ fields, typed, facts, today })
        if (!read.ok) return
        const listed: string[] = factsToCorrect({ fields, facts })
        const changed = changesBetween({ before: facts, after: read.value }).map(({ fact }) => fact)
        expect(changed.filter(fact => !listed.includes(fact))).toEqual([])
      }),
    )
  })
})
