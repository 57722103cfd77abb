import fc from 'fast-check'
import { residentIdCheckCharacter } from '@/lib/identity'
import type { FormContext, Problem, Reading } from './question'

/** What the rules know in tests: a Tuesday, one office that works and one that does not yet. */
export const aContext: FormContext = {
  today: '2026-11-24',
  offices: [
    { code: '420202006', isOpen: true },
    { code: '420202005', isOpen: false },
  ],
  commitmentVersion: '2026-1',
  residentPhone: '+8613800000001',
}

/** Answers to every question that somebody meets who applies for themselves and is expecting. */
export const goodAnswers = {
  'who-applies': { who: 'self' },
  applicant: { name: '李婷', idNumber: '420202199305123523' },
  'other-parent': { named: 'no' },
  address: { basis: 'residence', office: '420202006', detail: '天津路社区 12 号' },
  stage: { stage: 'expecting' },
  commitment: { version: '2026-1', way: 'promise', consent: 'yes' },
}

export const otherParentAnswers = {
  'other-parent': { named: 'yes' },
  'other-parent-details': { name: '张子畔', idNumber: '420202199002110012', phone: '139 0000 0002' },
}

export function problemsOf(reading: Reading<unknown>): string[] {
  return reading.ok ? [] : reading.problems.map(({ field, problem }: Problem) => `${field}: ${problem}`)
}

/** What may arrive in a field: anything at all, and what attackers and old phones send. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '李\udfff',
    '👶',
    '<script>alert(1)</script>',
    "'; drop table applications; --",
    '\ufffe',
    '\u202e',
    'x'.repeat(10_000),
    '𠮷'.repeat(10_000),
    '__proto__',
    'constructor',
  ),
)

/** Resident ID numbers that check, of adults. */
export const residentIdNumbers = fc
  .record({
    area: fc.constantFrom('420202', '420281', '110101', '429004', '440301'),
    birth: fc
      .date({ min: new Date('1950-01-01'), max: new Date('2008-01-01'), noInvalidDate: true })
      .map(day => day.toISOString().slice(0, 10).replaceAll('-', '')),
    order: fc.integer({ min: 0, max: 999 }).map(number => String(number).padStart(3, '0')),
  })
  .map(({ area, birth, order }) => {
    const first17 = area + birth + order
    return first17 + residentIdCheckCharacter(first17)
  })
