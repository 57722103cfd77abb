import { describe, expect, test } from 'vitest'
import { otherParentDetails } from './05-other-parent-details'
import { aContext, goodAnswers, otherParentAnswers, problemsOf } from './testing'

const good = otherParentAnswers['other-parent-details']
const read = (typed: Record<string, string>) =>
  otherParentDetails.read(typed, { ...aContext, answers: { ...goodAnswers, ...otherParentAnswers } })

describe('the other parent', () => {
  test('is named with document and own phone', () => {
    expect(read(good)).toEqual({
      ok: true,
      value: {
        name: '张子畔',
        document: { kind: 'resident-id-card', number: '420202199002110012' },
        phone: '+8613900000002',
      },
    })
  })

  test.each([
    [{}, ['name: name-empty', 'idNumber: document-empty', 'phone: phone-empty']],
    [{ ...good, phone: '0714-6220000' }, ['phone: phone-landline']],
    [{ ...good, phone: '12345' }, ['phone: phone-not-a-phone-number']],
    [{ ...good, phone: '138 0000 0001' }, ['phone: phone-is-yours']],
    [{ ...good, phone: '+86 138-0000-0001' }, ['phone: phone-is-yours']],
    [{ ...good, idNumber: '420202 19930512 3523' }, ['idNumber: other-parent-is-the-applicant']],
  ])('is asked again for %j', (typed, problems) => {
    expect(problemsOf(read(typed))).toEqual(problems)
  })

  test('may have the same name as the applicant, since people do', () => {
    expect(read({ ...good, name: '李婷' })).toMatchObject({ ok: true })
  })

  test('is asked about only if they are to be named', () => {
    expect(otherParentDetails.isAsked(goodAnswers)).toBe(false)
    expect(otherParentDetails.isAsked(otherParentAnswers)).toBe(true)
  })
})
