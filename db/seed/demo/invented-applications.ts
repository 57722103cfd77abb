import type { CompleteApplication } from '@/lib/applications'
import { addDays, type CivilDate } from '@/lib/deadlines'
import type { Chance } from './chance'
import type { DemoOffice } from './demo-accounts'
import type { InventedPerson, People } from './invented-people'
import { streets } from './invented-words'

/** What somebody declares, and by whose phone: the applicant's own or the proxy's. */
export type InventedApplication = {
  application: CompleteApplication
  phone: string
  language: 'zh-CN' | 'en'
}

/** Invents a complete application of a person at an office on a day. */
export function inventApplication({
  person,
  people,
  chance,
  office,
  day,
}: {
  person: InventedPerson
  people: People
  chance: Chance
  office: DemoOffice
  day: CivilDate
}): InventedApplication {
  const proxy = chance.percent(18) ? people.somebody({ woman: chance.percent(50) }) : null
  const otherParent = chance.percent(55) ? people.somebody({ woman: false }) : null
  const isBorn = chance.percent(55)
  const { name, document, phone } = person
  return {
    phone: proxy?.phone ?? phone,
    language: document.kind === 'passport' ? 'en' : 'zh-CN',
    application: {
      appliedBy: proxy ? 'proxy' : 'self',
      proxy: proxy
        ? {
            name: proxy.name,
            relation: chance.pick(['relative', 'village-agent', 'hospital-desk']),
            mandate: isAskedByPhone(document) ? { kind: 'own-phone', phone } : { kind: 'written' },
          }
        : null,
      applicant: { name, document },
      otherParent,
      address: {
        basis: chance.pick(['household', 'residence']),
        officeCode: office,
        detail: `${chance.pick(streets[office])} ${chance.between(1, 188)} 号`,
      },
      stage: isBorn ? 'born' : 'expecting',
      childBirthDate: isBorn ? addDays({ date: day, days: -chance.between(2, 50) }) : null,
      birthCertificateNumber:
        isBorn && chance.percent(50) ? `X42${String(chance.between(1_000_000, 9_999_999))}` : null,
      // One in ten would rather be checked; by their number, so that chance invents the rest as before.
      way: document.number.endsWith('7') ? 'check' : 'promise',
      typedName: proxy?.name ?? name,
    },
  }
}

/** Most can confirm on a phone of their own; by their number, so that chance invents the rest as before. */
function isAskedByPhone({ number }: InventedPerson['document']): boolean {
  return !/[036]$/.test(number)
}
