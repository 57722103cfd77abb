import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctableFields } from './correctable-fields'
import { readApplication } from './form'
import { aContext, goodAnswers } from './form/testing'
import { forThisApplication, mostFrequent } from './frequent-corrections'

const notices = (count: number, ...fields: string[]) =>
  Array.from({ length: count }, () => ({ items: fields.map(field => ({ field })) }))

describe('what corrections most often ask about', () => {
  test('names the most frequent first, and leaves out what is rare', () => {
    const asked = [...notices(6, 'address'), ...notices(3, 'applicant-name'), ...notices(1, 'stage')]
    expect(mostFrequent(asked)).toEqual([
      { field: 'address', ofTen: 6 },
      { field: 'applicant-name', ofTen: 3 },
    ])
  })

  test('counts a notice once for a fact, however often it lists it', () => {
    expect(mostFrequent([...notices(5, 'address', 'address'), ...notices(5, 'stage')])[0]?.ofTen).toBe(5)
  })

  test('says nothing from fewer than ten notices', () => {
    expect(mostFrequent(notices(9, 'address'))).toEqual([])
  })

  test('is told only where the application declares such a fact', () => {
    const frequent = [
      { field: 'address', ofTen: 6 },
      { field: 'other-parent-name', ofTen: 4 },
    ] as const
    const application = readApplication({ answers: goodAnswers, context: aContext })
    if (!application) throw new Error('good answers are a complete application')
    expect(forThisApplication(frequent, { ...application, otherParent: null })).toEqual([frequent[0]])
  })

  test('never names more than three, nor more than ten of ten, nor a fact that cannot be corrected', () => {
    const notice = fc.record({
      items: fc.array(fc.record({ field: fc.constantFrom(...correctableFields, 'gone') })),
    })
    fc.assert(
      fc.property(fc.array(notice, { maxLength: 60 }), asked => {
        const frequent = mostFrequent(asked)
        expect(frequent.length).toBeLessThanOrEqual(3)
        for (const { field, ofTen } of frequent) {
          expect(correctableFields).toContain(field)
          expect(ofTen).toBeGreaterThanOrEqual(2)
          expect(ofTen).toBeLessThanOrEqual(10)
        }
      }),
    )
  })
})
