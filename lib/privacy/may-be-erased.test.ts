import { expect, test } from 'vitest'
import { whyKept } from './may-be-erased'

const now = new Date('2026-11-25T10:00:00+08:00')
const ended = {
  endedAt: new Date('2026-11-01T10:00:00+08:00'),
  isArguedAbout: false,
  askedByLaw: false,
  keptUntil: new Date('2027-11-01T10:00:00+08:00'),
  now,
}

test.each([
  ['an open case stays: it is still being handled', { endedAt: null, keptUntil: null }, 'open'],
  ['a case with an open complaint stays until it is answered', { isArguedAbout: true }, 'argued-about'],
  ['a case that a law has kept stays until its day', { askedByLaw: true }, 'asked-by-law'],
  ['a case that only our own rule keeps goes when its applicant asks', {}, null],
  ['what a law had kept goes once the day has come', { askedByLaw: true, keptUntil: now }, null],
] as const)('%s', (_what, difference, expected) => {
  expect(whyKept({ ...ended, ...difference })).toBe(expected)
})
