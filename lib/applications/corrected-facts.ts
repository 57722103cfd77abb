import type { CorrectedFact } from '@/db/schema'
import {
  readBirthCertificateNumber,
  readChildBirthDate,
  readIdentityDocument,
  readPersonName,
} from '@/lib/identity'
import type { CivilDate } from '@/lib/platform/civil-date'
import { readTypedText } from '@/lib/platform/typed-text'
import type { CorrectableField } from './correctable-fields'

/** The declared facts of a case that a correction can change, each a text; null where there is none. */
export const declaredFacts = [
  'applicant-name',
  'applicant-document-kind',
  'applicant-document-number',
  'other-parent-name',
  'other-parent-document-kind',
  'other-parent-document-number',
  'address-basis',
  'address-detail',
  'stage',
  'child-birth-date',
  'birth-certificate-number',
] as const

export type DeclaredFact = (typeof declaredFacts)[number]
export type DeclaredFacts = Record<DeclaredFact, string | null>

/** What was typed, by the name of its box; a birth date comes in three: `child-birth-date-year` and so on. */
export type TypedFacts = Record<string, string>
export type FactProblem = { fact: DeclaredFact; failure: string }

export const LONGEST_ADDRESS = 100

/**
 * Which facts a listed field lets one change. What is asked about a child is one question: a child that is
 * born has a birth date and may have a certificate, one that is not has neither.
 */
const aboutTheChild = ['stage', 'child-birth-date', 'birth-certificate-number'] as const
const factsOfField: Record<CorrectableField, readonly DeclaredFact[]> = {
  'applicant-name': ['applicant-name'],
  'applicant-document': ['applicant-document-kind', 'applicant-document-number'],
  'other-parent-name': ['other-parent-name'],
  'other-parent-document': ['other-parent-document-kind', 'other-parent-document-number'],
  address: ['address-basis', 'address-detail'],
  stage: aboutTheChild,
  'child-birth-date': aboutTheChild,
  'birth-certificate-number': aboutTheChild,
}

/**
 * The facts that a notice lets the applicant change, in the order of the form. Where no other parent was
 * named there is nothing of theirs to change: a correction adds nobody to a case.
 */
export function factsToCorrect({
  fields,
  facts,
}: {
  fields: readonly CorrectableField[]
  facts: DeclaredFacts
}): DeclaredFact[] {
  const asked = new Set(fields.flatMap(field => factsOfField[field]))
  const isNobodys = (fact: DeclaredFact) =>
    fact.startsWith('other-parent') && facts['other-parent-name'] === null
  return declaredFacts.filter(fact => asked.has(fact) && !isNobodys(fact))
}

type Reading = { typed: TypedFacts; facts: DeclaredFacts; today: CivilDate }
type Read = { facts: Partial<DeclaredFacts> } | FactProblem

/**
 * Reads the corrected facts by the rules of the form. Facts that the notice does not list stay, whatever was
 * sent; of a document, its kind and number are read together.
 */
export function readCorrectedFacts({
  fields,
  ...reading
}: Reading & { fields: readonly CorrectableField[] }): { facts: DeclaredFacts; problems: FactProblem[] } {
  const asked = factsToCorrect({ fields, facts: reading.facts })
  const reads = asked.flatMap(fact => readers[fact]?.(reading) ?? [])
  const problems = reads.filter(read => 'failure' in read)
  const facts: DeclaredFacts = Object.assign(
    { ...reading.facts },
    ...reads.map(read => ('failure' in read ? {} : read.facts)),
  )
  if (problems.length === 0 && sameDocument(facts)) {
    const fact = asked.find(asks => asks.endsWith('document-number')) ?? 'applicant-document-number'
    return { facts, problems: [{ fact, failure: 'same-person' }] }
  }
  return { facts, problems }
}

/** What differs between the facts before and after, as it is kept with the answer. */
export function changesBetween({
  before,
  after,
}: {
  before: DeclaredFacts
  after: DeclaredFacts
}): CorrectedFact[] {
  return declaredFacts
    .filter(fact => before[fact] !== after[fact])
    .map(fact => ({ fact, before: before[fact], after: after[fact] }))
}

const readers: Partial<Record<DeclaredFact, (reading: Reading) => Read>> = {
  'applicant-name': ({ typed }) => readName({ typed, fact: 'applicant-name' }),
  'applicant-document-number': reading => readDocument({ ...reading, person: 'applicant' }),
  'other-parent-name': ({ typed }) => readName({ typed, fact: 'other-parent-name' }),
  'other-parent-document-number': reading => readDocument({ ...reading, person: 'other-parent' }),
  'address-basis': ({ typed }) =>
    readChoice({ typed, fact: 'address-basis', of: ['household', 'residence'] }),
  'address-detail': readAddress,
  stage: ({ typed }) => readChoice({ typed, fact: 'stage', of: ['expecting', 'born'] }),
  'child-birth-date': readBirthDate,
  'birth-certificate-number': readCertificate,
}

function readName({ typed, fact }: { typed: TypedFacts; fact: DeclaredFact }): Read {
  const name = readPersonName(typed[fact] ?? '')
  return name.ok ? { facts: { [fact]: name.value.name } } : { fact, failure: name.failure }
}

function readDocument({ typed, today, person }: Reading & { person: 'applicant' | 'other-parent' }): Read {
  const fact = `${person}-document-number` as const
  const kind = typed[`${person}-document-kind`] ?? ''
  const document = readIdentityDocument({ kind, number: typed[fact] ?? '', today })
  if (document.ok) {
    return { facts: { [`${person}-document-kind`]: document.value.kind, [fact]: document.value.number } }
  }
  const isKind = document.failure === 'unknown-kind'
  return { fact: isKind ? `${person}-document-kind` : fact, failure: document.failure }
}

function readChoice({
  typed,
  fact,
  of,
}: {
  typed: TypedFacts
  fact: DeclaredFact
  of: readonly string[]
}): Read {
  const chosen = typed[fact] ?? ''
  return of.includes(chosen) ? { facts: { [fact]: chosen } } : { fact, failure: 'not-chosen' }
}

function readAddress({ typed }: Reading): Read {
  const fact = 'address-detail'
  const text = readTypedText({ raw: typed[fact] ?? '', maximumLength: LONGEST_ADDRESS })
  if (!text.ok) return { fact, failure: text.failure }
  return text.value === '' ? { fact, failure: 'empty' } : { facts: { [fact]: text.value } }
}

function readBirthDate({ typed, today }: Reading): Read {
  const fact = 'child-birth-date'
  if (typed.stage !== 'born') return { facts: { [fact]: null } }
  const part = (name: string) => typed[`${fact}-${name}`] ?? ''
  const date = readChildBirthDate({ year: part('year'), month: part('month'), day: part('day'), today })
  return date.ok ? { facts: { [fact]: date.value } } : { fact, failure: date.failure }
}

/** The certificate's number is optional: whoever leaves it out has said that there is none to give. */
function readCertificate({ typed }: Reading): Read {
  const fact = 'birth-certificate-number'
  if (typed.stage !== 'born') return { facts: { [fact]: null } }
  const number = readBirthCertificateNumber(typed[fact] ?? '')
  if (number.ok) return { facts: { [fact]: number.value } }
  return number.failure === 'empty' ? { facts: { [fact]: null } } : { fact, failure: number.failure }
}

function sameDocument(facts: DeclaredFacts): boolean {
  return (
    facts['applicant-document-number'] !== null &&
    facts['applicant-document-number'] === facts['other-parent-document-number'] &&
    facts['applicant-document-kind'] === facts['other-parent-document-kind']
  )
}
