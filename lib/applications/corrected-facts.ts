import type { CorrectedFact } from '@/db/schema'
import { readIdentityDocument } from '@/lib/identity'
import type { CivilDate } from '@/lib/platform/civil-date'
import type { CorrectableField } from './correctable-fields'
import { readDetail } from './form/06-address'
import { readBornChild } from './form/08-child'
import { readName } from './form/person-fields'
import { problemAt, type Reading, readChoice, readTogether, type Typed } from './form/question'

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

/** Whether a stored word names a declared fact. */
export function isDeclaredFact(word: string): word is DeclaredFact {
  return (declaredFacts as readonly string[]).includes(word)
}

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

type Correcting = { typed: Typed; facts: DeclaredFacts; today: CivilDate }
type Corrected = Reading<Partial<DeclaredFacts>>

/**
 * Reads the corrected facts by the rules of the form. Facts that the notice does not list stay, whatever was
 * sent; what belongs together is read together: a document's kind and number, and what is said of the child.
 */
export function readCorrectedFacts({
  fields,
  ...correcting
}: Correcting & { fields: readonly CorrectableField[] }): Reading<DeclaredFacts> {
  const asked = factsToCorrect({ fields, facts: correcting.facts })
  const readings = asked.flatMap(fact => readers[fact]?.(correcting) ?? [])
  const problems = readings.flatMap(reading => (reading.ok ? [] : reading.problems))
  if (problems.length > 0) return { ok: false, problems }
  const facts: DeclaredFacts = Object.assign(
    { ...correcting.facts },
    ...readings.map(reading => (reading.ok ? reading.value : {})),
  )
  if (!isSamePerson(facts)) return { ok: true, value: facts }
  const number = asked.find(fact => fact.endsWith('document-number')) ?? 'applicant-document-number'
  return problemAt(number, 'other-parent-is-the-applicant')
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

/** Each reader stands at the last of the facts that it reads. */
const readers: Partial<Record<DeclaredFact, (correcting: Correcting) => Corrected>> = {
  'applicant-name': ({ typed }) => readNameOf({ typed, fact: 'applicant-name' }),
  'applicant-document-number': correcting => readDocumentOf({ ...correcting, person: 'applicant' }),
  'other-parent-name': ({ typed }) => readNameOf({ typed, fact: 'other-parent-name' }),
  'other-parent-document-number': correcting => readDocumentOf({ ...correcting, person: 'other-parent' }),
  'address-detail': readAddress,
  'birth-certificate-number': readChild,
}

function readNameOf({
  typed,
  fact,
}: {
  typed: Typed
  fact: 'applicant-name' | 'other-parent-name'
}): Corrected {
  const name = readName({ typed, field: fact })
  return name.ok ? { ok: true, value: { [fact]: name.value } } : name
}

function readDocumentOf({
  typed,
  today,
  person,
}: Correcting & { person: 'applicant' | 'other-parent' }): Corrected {
  const [kind, number] = [`${person}-document-kind`, `${person}-document-number`] as const
  const document = readIdentityDocument({ kind: typed[kind] ?? '', number: typed[number] ?? '', today })
  if (document.ok)
    return { ok: true, value: { [kind]: document.value.kind, [number]: document.value.number } }
  if (document.failure === 'unknown-kind') return problemAt(kind, 'document-choose-kind')
  return problemAt(number, `document-${document.failure}`, document.details)
}

function readAddress({ typed }: Correcting): Corrected {
  const detail = readDetail({ detail: typed['address-detail'] ?? '' })
  return readTogether({
    'address-basis': readChoice({
      typed,
      field: 'address-basis',
      choices: ['household', 'residence'],
      problem: 'basis-missing',
    }),
    'address-detail': atFact({ reading: detail, facts: { detail: 'address-detail' } }),
  })
}

/** A child that is not born has neither a birth date nor a certificate, whatever stands in the boxes. */
function readChild({ typed, today }: Correcting): Corrected {
  const stage = readChoice({
    typed,
    field: 'stage',
    choices: ['expecting', 'born'],
    problem: 'stage-missing',
  })
  if (!stage.ok) return stage
  if (stage.value === 'expecting') {
    return {
      ok: true,
      value: { stage: 'expecting', 'child-birth-date': null, 'birth-certificate-number': null },
    }
  }
  const part = (name: string) => typed[`child-birth-date-${name}`] ?? ''
  const born = readBornChild({
    typed: {
      'birthDate-year': part('year'),
      'birthDate-month': part('month'),
      'birthDate-day': part('day'),
      certificateNumber: typed['birth-certificate-number'] ?? '',
    },
    today,
  })
  const reading = atFact({
    reading: born,
    facts: { birthDate: 'child-birth-date', certificateNumber: 'birth-certificate-number' },
  })
  if (!reading.ok) return reading
  const { birthDate, birthCertificateNumber } = reading.value
  return {
    ok: true,
    value: {
      stage: 'born',
      'child-birth-date': birthDate,
      'birth-certificate-number': birthCertificateNumber,
    },
  }
}

/** The form's rules name the form's boxes; here each problem goes to the box of its fact. */
function atFact<Value>({
  reading,
  facts,
}: {
  reading: Reading<Value>
  facts: Record<string, DeclaredFact>
}): Reading<Value> {
  if (reading.ok) return reading
  return {
    ok: false,
    problems: reading.problems.map(problem => ({ ...problem, field: facts[problem.field] ?? problem.field })),
  }
}

function isSamePerson(facts: DeclaredFacts): boolean {
  return (
    facts['applicant-document-number'] !== null &&
    facts['applicant-document-number'] === facts['other-parent-document-number'] &&
    facts['applicant-document-kind'] === facts['other-parent-document-kind']
  )
}
