import { actions } from '../authorisation/actions'
import { pagesAndRoutes } from '../authorisation/pages-and-routes'
import { type Role, visitorOf, type World } from '../authorisation/world'
import type { Service } from '../support/service'
import { openVisitor, type PageForm, type Visitor } from '../support/visitor'
import { wordsOf } from '../support/words'
import type { OpenForm } from './attacks'

/** Ends one's session, or moves the clock of the whole service: asked by journeys of their own. */
const notHere: readonly string[] = ['app/staff/admin/clock/page.tsx']
const words = wordsOf('zh-CN')

type Where = { service: Service; world: World }
/** A page, who asks for it, and what their browser keeps from the step before. */
type Ask = { role: Role; path: string; cookies?: [string, string][] }

/** Every form that the service offers to whoever may see it, but those that sign out. */
export async function openForms({ service, world }: Where): Promise<OpenForm[]> {
  const asks = [...pagesWithForms(world), ...(await stepsOfActions({ service, world }))]
  const once = new Map(asks.map(ask => [`${ask.role} ${ask.path}`, ask]))
  const found: OpenForm[] = []
  for (const { role, path, cookies = [] } of once.values()) {
    const visitor = visitorOf({ role, world, address: service.address })
    for (const [name, value] of cookies) visitor.cookies.set(name, value)
    const offered = (await visitor.forms(path)).filter(isNoSignOut)
    found.push(...offered.map(form => ({ role, form, ...(cookies.length > 0 && { cookies }) })))
  }
  return found
}

/** Moves the clock of the whole service, or ends the session of whoever sends it. */
const actionsNotHere: readonly string[] = [
  'app/staff/admin/clock/travel.ts travel',
  'app/_session/leave.ts leave',
]

/** The server actions whose page offers none of the forms that were found: there must be none. */
export function actionsWithoutForm(forms: readonly OpenForm[], { world }: { world: World }): string[] {
  const pages = new Set(forms.map(({ role, form }) => `${role} ${form.page}`))
  return Object.entries(actions)
    .filter(([, { on, offeredTo }]) => !pages.has(`${offeredTo} ${on(world.places)}`))
    .map(([name]) => name)
    .filter(name => !actionsNotHere.includes(name))
}

/** Every page and route, asked as each who gets something there. */
export function doorsOf({ places }: World): { role: Role; path: string }[] {
  return Object.entries(pagesAndRoutes)
    .filter(([file]) => !notHere.includes(file))
    .flatMap(([, { at, gives }]) => asking(gives).map(role => ({ role, path: at(places) })))
}

function pagesWithForms({ places }: World): Ask[] {
  const asked = ['proxy', 'other-parent', 'other-parent-details', 'address', 'stage', 'child', 'commitment']
  const further = [...asked, 'sign'].map(part => `/apply/${places.completeDraft}/${part}`)
  const pages = Object.entries(pagesAndRoutes)
    .filter(([file]) => file.endsWith('page.tsx') && !notHere.includes(file))
    .flatMap(([, { at, gives }]) => asking(gives).map(role => ({ role, path: at(places) })))
  return [...further.map(path => ({ role: 'resident' as const, path })), ...pages]
}

/** The page of each server action, with what a browser keeps there from the step before. */
async function stepsOfActions({ service, world }: Where): Promise<Ask[]> {
  const afterPhone = await cookiesAfterPhone(service.address)
  return Object.values(actions)
    .map(action => ({
      role: action.offeredTo,
      path: action.on(world.places),
      cookies: [
        ...(action.afterPhone ? afterPhone : []),
        ...(action.afterProvider ? [world.stepCookies.provider] : []),
        ...(action.afterEmail ? [world.stepCookies.email] : []),
      ],
    }))
    .filter(({ path }) => path !== '/staff/admin/clock')
}

/** What a browser keeps that has sent a phone number. */
async function cookiesAfterPhone(address: string): Promise<[string, string][]> {
  const visitor: Visitor = openVisitor(address)
  const [phone] = (await visitor.forms('/sign-in')).filter(isNoSignOut)
  if (!phone) throw new Error('no form for a phone number')
  await visitor.submit(phone, { phone: '13787654321' })
  return [...visitor.cookies]
}

/** Whom each page is asked as: everybody's as nobody, the others as each who may see it. */
function asking(gives: Record<Role, string>): Role[] {
  if (gives.anonymous === 'yes') return ['anonymous']
  return (Object.keys(gives) as Role[]).filter(role => gives[role] === 'yes' && role !== 'other resident')
}

/** Signing out, under whatever words: a button with nothing but, for staff, the mark of their door. */
function isNoSignOut({ text, controls }: PageForm): boolean {
  const typed = controls.filter(({ name }) => !name.startsWith('$ACTION')).map(({ name }) => name)
  return text.trim() !== words['sign-in'].signOut && typed.join() !== 'staff'
}
