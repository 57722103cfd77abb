import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  askedQuestions,
  firstUnanswered,
  isQuestionName,
  mayBeShown,
  placeOf,
  questionNames,
  questions,
  readApplication,
} from './journey'
import { aContext, anyText, goodAnswers, otherParentAnswers } from './testing'

const context = aContext

describe('the way through the form', () => {
  test('has six questions for somebody who is expecting and applies alone', () => {
    expect(askedQuestions(goodAnswers)).toEqual([
      'who-applies',
      'applicant',
      'other-parent',
      'address',
      'stage',
      'commitment',
    ])
    expect(placeOf({ step: 'other-parent', answers: goodAnswers })).toEqual({ number: 3, of: 8 })
    expect(placeOf({ step: 'sign', answers: goodAnswers })).toEqual({ number: 8, of: 8 })
  })

  test('has nine for a proxy, with another parent and a child that is born', () => {
    const answers = { 'who-applies': { who: 'relative' }, ...otherParentAnswers, stage: { stage: 'born' } }
    expect(askedQuestions(answers)).toEqual(questionNames)
  })

  test('leads to the first question without an answer', () => {
    expect(firstUnanswered({ answers: {}, context })).toBe('who-applies')
    expect(firstUnanswered({ answers: { 'who-applies': { who: 'relative' } }, context })).toBe('proxy')
    expect(firstUnanswered({ answers: { ...goodAnswers, address: {} }, context })).toBe('address')
    expect(firstUnanswered({ answers: goodAnswers, context })).toBeNull()
  })

  test('comes back to an answer that is no longer right: its office closed, the text of the commitment changed', () => {
    const closed = { ...context, offices: [{ code: '420202006', isOpen: false }] }
    expect(firstUnanswered({ answers: goodAnswers, context: closed })).toBe('address')
    const newText = { ...context, commitmentVersion: '2027-1' }
    expect(firstUnanswered({ answers: goodAnswers, context: newText })).toBe('commitment')
  })

  test('shows what was answered and the next question, nothing further', () => {
    const answers = { 'who-applies': { who: 'self' } }
    const shown = questionNames.filter(name => mayBeShown({ name, answers, context }))
    expect(shown).toEqual(['who-applies', 'applicant'])
  })

  test('knows its questions by name only', () => {
    expect(isQuestionName('stage')).toBe(true)
    for (const text of ['', 'signature', 'toString', '__proto__', 'check']) {
      expect(isQuestionName(text)).toBe(false)
    }
  })
})

describe('the application that the answers make', () => {
  test('says what was answered', () => {
    expect(readApplication({ answers: goodAnswers, context })).toEqual({
      appliedBy: 'self',
      proxy: null,
      applicant: { name: '李婷', document: { kind: 'resident-id-card', number: '420202199305123523' } },
      otherParent: null,
      address: { basis: 'residence', officeCode: '420202006', detail: '天津路社区 12 号' },
      stage: 'expecting',
      childBirthDate: null,
      birthCertificateNumber: null,
      way: 'promise',
    })
  })

  test('leaves out what was typed for questions that are no longer asked', () => {
    const answers = {
      ...goodAnswers,
      proxy: { name: '王芳' },
      'other-parent-details': otherParentAnswers['other-parent-details'],
      child: { 'birthDate-year': '2026', 'birthDate-month': '1', 'birthDate-day': '2' },
    }
    expect(readApplication({ answers, context })).toEqual(readApplication({ answers: goodAnswers, context }))
  })

  test('does not exist while one answer is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...askedQuestions(goodAnswers)), missing => {
        const answers = { ...goodAnswers, [missing]: {} }
        expect(readApplication({ answers, context })).toBeNull()
      }),
    )
  })

  test('is never made of rubbish, and no rubbish throws', () => {
    const fieldsOf = (name: (typeof questionNames)[number]) =>
      fc.record(Object.fromEntries(questions[name].fields.map(field => [field, anyText])))
    const anyAnswers = fc.record(Object.fromEntries(questionNames.map(name => [name, fieldsOf(name)])))
    fc.assert(
      fc.property(anyAnswers, answers => {
        expect(readApplication({ answers, context })).toBeNull()
        expect(firstUnanswered({ answers, context })).not.toBeNull()
      }),
    )
  })
})
