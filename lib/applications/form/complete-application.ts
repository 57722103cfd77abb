import { commitmentWays } from '@/db/schema/applications'
import type { IdentityDocument } from '@/lib/identity'
import type { CivilDate } from '@/lib/platform/civil-date'

/** Who may apply for somebody else: a relative, the village or community worker, the desk of a hospital. */
export const proxyRelations = ['relative', 'village-agent', 'hospital-desk'] as const
export type ProxyRelation = (typeof proxyRelations)[number]

/** What a proxy acts on: the applicant confirms on their own phone, or has signed a mandate on paper. */
export const mandateKinds = ['own-phone', 'written'] as const
export type Mandate = { kind: 'own-phone'; phone: string } | { kind: 'written' }

export { commitmentWays }
export type CommitmentWay = (typeof commitmentWays)[number]

export type NamedParent = { name: string; document: IdentityDocument }

/** Everything that an application says, read and checked: only this can be accepted. */
export type CompleteApplication = {
  appliedBy: 'self' | 'proxy'
  proxy: { name: string; relation: ProxyRelation; mandate: Mandate } | null
  applicant: NamedParent
  /** Named by the applicant, printed only once they have confirmed on this phone (DESIGN §6). */
  otherParent: (NamedParent & { phone: string }) | null
  address: { basis: 'household' | 'residence'; officeCode: string; detail: string }
  stage: 'expecting' | 'born'
  childBirthDate: CivilDate | null
  birthCertificateNumber: string | null
  /** Whether the applicant promises, or asks the office to check instead. */
  way: CommitmentWay
  /** The signature: the typed name of whoever applies, the proxy's where there is one. */
  typedName: string
}
