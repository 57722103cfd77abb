import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { productEnvironment } from '../../scripts/start/product-environment'
import { publishedCluster } from '../support/cluster-address'
import type { Service } from '../support/service'
import { openVisitor, type Visitor } from '../support/visitor'

/** Everybody who may knock at a door; the officer elsewhere serves another office than that of the cases. */
export const roles = [
  'anonymous',
  'resident',
  'other resident',
  'officer',
  'officer elsewhere',
  'supervisor',
  'county',
  'administrator',
  'auditor',
  // Members of staff between password and work: with a factor to show, without one, with a password not their own.
  'second step',
  'without factor',
  'newcomer',
] as const
export type Role = (typeof roles)[number]

/** A name that nobody else has: where it stands in a page, the page shows a case of the world. */
export const applicantOfWorld = '欧阳验权'
/** And a member of staff whom only the administrator's pages name. */
export const memberOfWorld = '司徒验权'

export const places = [
  'draft',
  'draftToRemove',
  'completeDraft',
  'withOtherParent',
  'confirmSecret',
  'open',
  'toRegister',
  'toClaim',
  'toWithdraw',
  'toTransfer',
  'toCorrect',
  'toPropose',
  'toExtend',
  'toAskForTime',
  'correction',
  'proposed',
  'rejected',
  'asked',
  'registered',
  'withdrawn',
  'certificate',
  'heard',
  'toHear',
  'toDecide',
  'printable',
  'printableEnding',
  'printed',
  'toComplain',
  'complained',
  'toRate',
  'rated',
  'written',
  'shown',
  'attachment',
  'proxied',
  'mandate',
  'mistaken',
  'record',
  'staffNumber',
  'endedStaffNumber',
  'objectionSecret',
  'phoneChange',
] as const
export type Place = (typeof places)[number]

export type World = {
  cookieName: string
  cookies: Record<Exclude<Role, 'anonymous'>, string>
  /** Names and values of what a browser keeps between two steps: an identity without account, an e-mail address. */
  stepCookies: Record<'provider' | 'email', [name: string, value: string]>
  /** References, the draft's id, the certificate's number, by what they are for. */
  places: Record<Place, string>
  /** The resident's phone, and the number of the document in the case `open`. */
  phone: string
  idNumber: string
}

/** Makes the world in the database of a worker's service. */
export async function makeWorld({ appUrl, ownerUrl }: Service): Promise<World> {
  const { secrets, urls } = publishedCluster()
  const { PATH = '', HOME = '' } = process.env
  const environment = productEnvironment({
    given: { NODE_ENV: 'production', PATH, HOME, LOG_LEVEL: 'error' },
    secrets,
    port: 3000,
    dev: false,
    urls: { ...urls, appUrl, ownerUrl },
  })
  const script = ['--import', 'tsx', 'e2e/authorisation/make-world.ts']
  const { stdout } = await promisify(execFile)(process.execPath, script, { env: environment })
  return JSON.parse(stdout)
}

/** Somebody of a role, signed in. */
export function visitorOf({ role, world, address }: { role: Role; world: World; address: string }): Visitor {
  const visitor = openVisitor(address)
  if (role !== 'anonymous') visitor.cookies.set(world.cookieName, world.cookies[role])
  return visitor
}
