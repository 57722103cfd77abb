import { type IdentityDocument, readIdentityDocument, readPersonName } from '@/lib/identity'
import { documentFields } from './document-fields'
import { type FormContext, problemAt, type Reading, type Typed } from './question'

/** The fields by which a parent is named: a resident ID card, or another document with its kind. */

export function readName({ typed, field }: { typed: Typed; field: string }): Reading<string> {
  const name = readPersonName(typed[field] ?? '')
  return name.ok
    ? { ok: true, value: name.value.name }
    : problemAt(field, `name-${name.failure}`, name.details)
}

/** Reads the ID card, or the other document if that one was filled in; both at once is a slip. */
export function readDocument({
  typed,
  today,
}: {
  typed: Typed
  today: FormContext['today']
}): Reading<IdentityDocument> {
  const [idNumber, otherKind, otherNumber] = documentFields.map(field => (typed[field] ?? '').trim())
  if (!otherKind && !otherNumber)
    return readOne({ kind: 'resident-id-card', field: 'idNumber', typed, today })
  if (idNumber && otherNumber) return problemAt('idNumber', 'document-two-given')
  if (idNumber) return readOne({ kind: 'resident-id-card', field: 'idNumber', typed, today })
  if (!otherKind) return problemAt('otherKind', 'document-choose-kind')
  return readOne({ kind: otherKind, field: 'otherNumber', typed, today })
}

function readOne({
  kind,
  field,
  typed,
  today,
}: {
  kind: string
  field: string
  typed: Typed
  today: FormContext['today']
}): Reading<IdentityDocument> {
  const document = readIdentityDocument({ kind, number: typed[field] ?? '', today })
  if (document.ok) return document
  if (document.failure === 'unknown-kind') return problemAt('otherKind', 'document-choose-kind')
  return problemAt(field, `document-${document.failure}`, document.details)
}
