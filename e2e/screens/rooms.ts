import type { Page } from '../support/journey'

/** Who looks at a page: nobody in particular, the demo's resident, or a member of the demo's staff. */
export type Visitor = 'anybody' | 'resident' | 'chenxiao' | 'zhouwei' | 'county' | 'admin' | 'auditor'

export type Room = {
  /** The name of its pictures. */
  name: string
  visitor: Visitor
  /** Its address, or how somebody gets there from the last page. */
  at: string | ((page: Page) => Promise<void>)
}

/** Follows the first link whose address looks so. */
function follow({ from, to }: { from: string; to: RegExp }): (page: Page) => Promise<void> {
  return async page => {
    const [address] = await linksOn({ page, from, to })
    if (address === undefined) throw new Error(`${from} leads to nothing like ${to}`)
    await page.goto(address)
  }
}

async function linksOn({ page, from, to }: { page: Page; from: string; to: RegExp }): Promise<string[]> {
  await page.goto(from)
  const addresses = await page
    .locator('a[href]')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  return addresses.filter(one => to.test(one))
}

const firstOfOwn = follow({ from: '/applications', to: /^\/applications\/[\w-]+$/ })
const inOwn = (to: RegExp) => async (page: Page) => {
  await firstOfOwn(page)
  await follow({ from: new URL(page.url()).pathname, to })(page)
}
/** The first case of the queue that leads there, since not every case may be refused or sent back. */
const inSomeCase = (to: RegExp) => async (page: Page) => {
  for (const address of await linksOn({ page, from: '/staff', to: /^\/staff\/cases\/[\w-]+$/ })) {
    const [there] = await linksOn({ page, from: address, to })
    if (there !== undefined) return void (await page.goto(there))
  }
  throw new Error(`no case leads to ${to}`)
}

/** The main pages, in the order in which people meet them. */
export const rooms: readonly Room[] = [
  { name: 'home', visitor: 'anybody', at: '/' },
  { name: 'guide', visitor: 'anybody', at: '/guide' },
  { name: 'guide-search', visitor: 'anybody', at: '/guide/search?words=%E7%BB%93%E5%A9%9A%E8%AF%81' },
  { name: 'offices', visitor: 'anybody', at: '/offices' },
  { name: 'sign-in', visitor: 'anybody', at: '/sign-in' },
  { name: 'verify', visitor: 'anybody', at: '/verify' },
  { name: 'answer-unreadable', visitor: 'anybody', at: '/v/none' },
  { name: 'print', visitor: 'anybody', at: '/print' },
  { name: 'transparency', visitor: 'anybody', at: '/transparency' },
  { name: 'privacy', visitor: 'anybody', at: '/privacy' },
  { name: 'accessibility', visitor: 'anybody', at: '/accessibility' },
  { name: 'applications', visitor: 'resident', at: '/applications' },
  { name: 'status', visitor: 'resident', at: firstOfOwn },
  { name: 'messages', visitor: 'resident', at: inOwn(/\/messages$/) },
  { name: 'share', visitor: 'resident', at: inOwn(/\/share$/) },
  { name: 'complaint', visitor: 'resident', at: inOwn(/\/complaint$/) },
  { name: 'apply', visitor: 'resident', at: '/apply' },
  {
    name: 'question',
    visitor: 'resident',
    at: follow({ from: '/apply', to: /^\/apply\/[\w-]{36}/ }),
  },
  {
    name: 'certificate',
    visitor: 'resident',
    at: follow({ from: '/applications', to: /^\/certificates\/\w+$/ }),
  },
  { name: 'account', visitor: 'resident', at: '/account' },
  { name: 'own-data', visitor: 'resident', at: '/account/data' },
  { name: 'queue', visitor: 'chenxiao', at: '/staff' },
  { name: 'case', visitor: 'chenxiao', at: follow({ from: '/staff', to: /^\/staff\/cases\/[\w-]+$/ }) },
  { name: 'refuse', visitor: 'chenxiao', at: inSomeCase(/\/rejection$/) },
  { name: 'ask-to-correct', visitor: 'chenxiao', at: inSomeCase(/\/correction$/) },
  { name: 'help-at-the-counter', visitor: 'chenxiao', at: '/staff/assist' },
  { name: 'lost-phone', visitor: 'chenxiao', at: '/staff/residents' },
  { name: 'supervision', visitor: 'zhouwei', at: '/staff/supervision' },
  { name: 'records', visitor: 'county', at: '/staff/supervision/records' },
  { name: 'staff', visitor: 'admin', at: '/staff/admin/staff' },
  { name: 'calendar', visitor: 'admin', at: '/staff/admin/calendar' },
  { name: 'limits', visitor: 'admin', at: '/staff/admin/limits' },
  { name: 'log', visitor: 'auditor', at: '/staff/audit' },
  { name: 'phone-changes', visitor: 'auditor', at: '/staff/audit/phone-changes' },
]
