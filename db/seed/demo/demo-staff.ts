import { personalLookup } from '@/db/personal-data'
import { staff, staffOffices } from '@/db/schema'
import { hashPassword, type StaffViewer } from '@/lib/identity'
import type { Transaction } from '@/lib/platform/database'
import { demoAccounts } from './demo-accounts'
import { demoPassword } from './demo-password'
import type { InventedPerson } from './invented-people'

/** One hash an account: the same password never hashes alike twice. */
export async function hashDemoPasswords(): Promise<string[]> {
  return Promise.all(demoAccounts.map(() => hashPassword(demoPassword)))
}

export type DemoStaff = { viewer: StaffViewer; signInName: string; person: InventedPerson }

/** Adds the accounts, each with the ID number of somebody invented, by which they notice their own cases. */
export async function addDemoStaff(
  transaction: Transaction,
  { hashes, inventPerson }: { hashes: string[]; inventPerson: (name: string) => InventedPerson },
): Promise<DemoStaff[]> {
  const members = demoAccounts.map((account, index) => {
    const person = inventPerson(account.name)
    const idNumberLookup = personalLookup({ kind: 'id-number', value: person.document.number })
    const staffNumber = `HS${String(index + 101)}`
    return { account, person, idNumberLookup, staffNumber, passwordHash: hashes[index] ?? '' }
  })
  const rows = await transaction
    .insert(staff)
    .values(
      members.map(({ account: { signInName, name, role }, idNumberLookup, staffNumber, passwordHash }) => ({
        signInName,
        staffNumber,
        name,
        role,
        idNumberLookup,
        passwordHash,
        email: `${signInName}@demo.example`,
      })),
    )
    .returning({ id: staff.id, signInName: staff.signInName })
  const idOf = new Map(rows.map(({ id, signInName }) => [signInName, id]))
  const added = members.map(({ account, person, idNumberLookup, staffNumber }): DemoStaff => {
    const staffId = idOf.get(account.signInName) ?? ''
    const { name, role, offices } = account
    const viewer = {
      sessionId: '',
      staffId,
      role,
      name,
      staffNumber,
      officeCodes: [...offices],
      idNumberLookup,
    }
    return { viewer: { kind: 'staff', ...viewer }, signInName: account.signInName, person }
  })
  await transaction
    .insert(staffOffices)
    .values(
      added.flatMap(({ viewer }) =>
        viewer.officeCodes.map(officeCode => ({ staffId: viewer.staffId, officeCode })),
      ),
    )
  return added
}
