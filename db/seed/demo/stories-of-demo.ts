import type { StaffViewer } from '@/lib/identity'
import type { Chance } from './chance'
import { type DemoOffice, demoOffices } from './demo-accounts'
import { storiesOfDemoResident } from './demo-resident'
import type { DemoStaff } from './demo-staff'
import { inventApplication } from './invented-applications'
import type { InventedPerson, People } from './invented-people'
import type { OfficeMoments } from './office-moments'
import { beginStory, type Story } from './story'
import { talesOfComplaints } from './tales-of-complaints'
import { talesOfMessages } from './tales-of-messages'
import { type Desk, type Tale, tales } from './tellers'

export type Cast = { people: People; staff: DemoStaff[]; chance: Chance; moments: OfficeMoments }

/** All stories of the demo, in no order yet. */
export function storiesOfDemo({ cast, size }: { cast: Cast; size: 'full' | 'small' }): Story[] {
  const writer = storyWriter(cast)
  const told = Object.values<Tale>({ ...tales, ...talesOfComplaints, ...talesOfMessages }).flatMap(tale =>
    Array.from({ length: tale.times[size] }, (_, index) => writer.write({ tale, index })),
  )
  const desks: [Desk, Desk] = [writer.deskOf('420202006', 0), writer.deskOf('420202006', 1)]
  return [
    ...storiesOfDemoResident({ cast, desks }),
    ...writer.ownCaseOfAnOfficer(),
    ...told,
    ...writer.second,
  ]
}

function storyWriter(cast: Cast) {
  const { people, chance, moments, staff } = cast
  /** Second applications of the same person, which a tale may begin on its way. */
  const second: Story[] = []
  let written = 0

  function deskOf(office: DemoOffice, which = chance.between(0, 1)): Desk {
    const serving = (role: StaffViewer['role']) =>
      staff
        .map(({ viewer }) => viewer)
        .filter(viewer => viewer.role === role && viewer.officeCodes[0] === office)
    const [officer, supervisor] = [serving('officer')[which], serving('supervisor')[0]]
    const county = staff.find(({ viewer }) => viewer.role === 'county')?.viewer
    if (!officer || !supervisor || !county) throw new Error(`office ${office} has no staff in the demo`)
    return { office, officer, supervisor, county }
  }

  function nextPerson(): InventedPerson {
    written += 1
    if (written === 40) return people.foreigner()
    return written % 17 === 5
      ? people.withRareName((written - 5) / 17)
      : people.somebody({ woman: chance.percent(80) })
  }

  /** Half of all cases are the first office's. */
  function nextOffices(index: number): [DemoOffice, DemoOffice] {
    const [first, ...others] = demoOffices
    const other = others[index % 4 === 1 ? 0 : 1] ?? first
    return index % 2 === 0 ? [first, other] : [other, first]
  }

  function write({ tale, index }: { tale: Tale; index: number }): Story {
    const [office, otherOffice] = nextOffices(index)
    const person = nextPerson()
    // What would have lapsed this evening cannot be open at night.
    const to = tale.to === 3 && !moments.isBeforeClosing ? 2 : tale.to
    const from = Math.min(tale.from, to)
    // What is open is spread evenly over its days, so that each office has something due today.
    const isRecent = to <= 3
    const appliedOn = isRecent ? to - (Math.floor(index / 2) % (to - from + 1)) : chance.between(from, to)
    const day = moments.dayOf(appliedOn)
    const invented = inventApplication({ person, people, chance, office, day })
    const story = beginStory({ at: moments.whenPeopleApply(appliedOn), ...invented })
    if (invented.application.otherParent && appliedOn > 0 && chance.percent(70)) {
      story.confirmedByOtherParent(moments.whenPeopleApply(appliedOn))
    }
    const applyAgain = () => {
      const again = beginStory({ at: moments.whenPeopleApply(appliedOn - 2), ...invented })
      second.push(again)
      return again
    }
    const [desk, otherDesk] = [deskOf(office), deskOf(otherOffice)]
    tale.tell({ story, ...invented, appliedOn, desk, otherDesk, moments, chance, applyAgain })
    return story
  }

  /** An officer who applies at the own office: colleagues handle it, and she cannot even open it. */
  function ownCaseOfAnOfficer(): Story[] {
    const lina = staff.find(({ signInName }) => signInName === 'lina')
    if (!lina) return []
    const day = moments.dayOf(1)
    const invented = inventApplication({ person: lina.person, people, chance, office: '420202006', day })
    return [beginStory({ at: moments.whenPeopleApply(1), ...invented })]
  }

  return { write, deskOf, ownCaseOfAnOfficer, second }
}
