import { saveAnswer, startDraft } from '@/lib/applications'
import { answerMessages, writeToOffice } from '@/lib/messages'
import type { Database } from '@/lib/platform/database'
import { rateCase } from '@/lib/ratings'
import { demoOffices } from './demo-accounts'
import { inventApplication } from './invented-applications'
import { documentAndAddress, messageTexts, praise } from './invented-words'
import type { Cast } from './stories-of-demo'
import { beginStory, residentWith, type Story } from './story'
import { type Desk, tales } from './tellers'

/** The phone with which whoever tries the demo signs in as a resident. */
const DEMO_PHONE = '+8613800000001'
const LANGUAGE = 'zh-CN'

/**
 * What the demo's resident finds: an own registration with its certificate, and two applications for
 * relatives, one with the office and one that waits for her answer.
 */
export function storiesOfDemoResident({ cast, desks }: { cast: Cast; desks: [Desk, Desk] }): Story[] {
  const { people, chance, moments } = cast
  const [office] = demoOffices
  const [first, second] = desks
  const liting = people.named('李婷', { woman: true })

  function apply(workingDaysAgo: number, name: string, asProxy: boolean) {
    const person = asProxy ? people.named(name, { woman: true }) : liting
    const day = moments.dayOf(workingDaysAgo)
    const { application } = inventApplication({ person, people, chance, office, day })
    const otherParent = asProxy ? null : people.named('张子𬀩', { woman: false })
    const mandate = { kind: 'own-phone' as const, phone: person.phone }
    const proxy = asProxy ? { name: liting.name, relation: 'relative' as const, mandate } : null
    const appliedBy = proxy ? ('proxy' as const) : ('self' as const)
    const complete = { ...application, appliedBy, proxy, otherParent, typedName: liting.name }
    const at = moments.whenPeopleApply(workingDaysAgo)
    const story = beginStory({ at, phone: DEMO_PHONE, language: LANGUAGE, application: complete })
    return { story, application: complete, appliedOn: workingDaysAgo, otherDesk: second, moments, chance }
  }

  /** Sent for her by the desk of a hospital, and waiting for her word. */
  function byHospitalDesk() {
    const clerk = people.named('周敏', { woman: true })
    const { application } = inventApplication({
      person: liting,
      people,
      chance,
      office,
      day: moments.dayOf(1),
    })
    const mandate = { kind: 'own-phone' as const, phone: DEMO_PHONE }
    const proxy = { name: clerk.name, relation: 'hospital-desk' as const, mandate }
    const complete = {
      ...application,
      appliedBy: 'proxy' as const,
      proxy,
      otherParent: null,
      typedName: clerk.name,
    }
    const at = moments.whenPeopleApply(1)
    return beginStory({ at, phone: clerk.phone, language: LANGUAGE, application: complete })
  }

  const own = apply(12, liting.name, false)
  own.story.confirmedByOtherParent(moments.atWork(11))
  tales.registered.tell({ ...own, appliedOn: 11, desk: { ...first }, applyAgain: () => own.story })
  own.story.byApplicant(moments.minutesAgo(3_000), (context, { reference, resident }) =>
    rateCase({ reference, viewer: resident, ...praise }, context),
  )
  const sisters = apply(1, '李静怡', true)
  const [, { text, answer }] = messageTexts
  sisters.story
    .byApplicant(moments.whenPeopleApply(0), (context, { reference, resident }) =>
      writeToOffice({ reference, viewer: resident, text }, context),
    )
    .byOffice(moments.minutesAgo(3), first.officer, (context, { reference }) =>
      answerMessages({ reference, viewer: first.officer, text: answer }, context),
    )
  const cousins = apply(4, '王雪', true)
  tales.waiting.tell({
    ...cousins,
    desk: second,
    correction: documentAndAddress,
    applyAgain: () => cousins.story,
  })
  return [own.story, sisters.story, cousins.story, byHospitalDesk()]
}

/** And a draft that she began and left. */
export async function draftOfDemoResident(db: Database): Promise<void> {
  const viewer = await residentWith(db, { phone: DEMO_PHONE, language: LANGUAGE })
  const draft = await startDraft({ viewer }, { db })
  if (!draft.ok) throw new Error(`the draft of the demo was not started: ${draft.failure}`)
  const { draftId } = draft.value
  await saveAnswer({ draftId, viewer, question: 'who-applies', typed: { who: 'relative' } }, { db })
  await saveAnswer(
    { draftId, viewer, question: 'proxy', typed: { name: '李婷', mandate: 'written' } },
    { db },
  )
}
