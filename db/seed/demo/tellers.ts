import {
  answerCorrection,
  type CompleteApplication,
  claimCase,
  requestCorrection,
  transferApplication,
  withdrawApplication,
} from '@/lib/applications'
import { extendDeadline, requestExtension } from '@/lib/deadlines'
import {
  confirmRejection,
  type ProposedRejection,
  proposeRejection,
  registerApplication,
  returnProposal,
  setRejectionRight,
} from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { rateCase } from '@/lib/ratings'
import { closeSupervisionRecord } from '@/lib/supervision'
import type { Chance } from './chance'
import type { DemoOffice } from './demo-accounts'
import {
  blame,
  type Correction,
  corrections,
  extensionReasons,
  findings,
  proposals,
  returnNotes,
  setRightNotes,
  transferReasons,
} from './invented-words'
import type { OfficeMoments } from './office-moments'
import type { Story } from './story'

/** Who works in the office of a story. */
export type Desk = { office: DemoOffice; officer: StaffViewer; supervisor: StaffViewer; county: StaffViewer }

export type Telling = {
  story: Story
  application: CompleteApplication
  /** On which working day, counted back, it was applied for. */
  appliedOn: number
  desk: Desk
  /** The desk of another office, to which a case may go. */
  otherDesk: Desk
  moments: OfficeMoments
  chance: Chance
  /** What a correction notice asks for, unless it is left to chance. */
  correction?: Correction
  /** The same person applies once more, two working days later. */
  applyAgain(): Story
}

export type Tale = {
  /** On which working days before the last one it may begin. */
  from: number
  to: number
  /** How many of them a full demo has, and a small one. */
  times: { full: number; small: number }
  tell(telling: Telling): void
}

type Command = Parameters<Story['byApplicant']>[1]

const registers = ({ viewer }: { viewer: StaffViewer }) =>
  ((context, { reference }) => registerApplication({ reference, viewer }, context)) satisfies Command

const proposes = (viewer: StaffViewer, proposed: () => ProposedRejection) =>
  ((context, { reference }) =>
    proposeRejection({ reference, viewer, proposed: proposed() }, context)) satisfies Command

/** Sends the one notice on the working day after the application; the answer comes when it is called for. */
function sendNotice(telling: Telling): { answerOn(workingDay: number): void } {
  const { story, application, appliedOn, desk, moments, chance } = telling
  const { items, typed, words } = telling.correction ?? chance.pick(corrections)
  story.byOffice(moments.atWork(appliedOn - 1), desk.officer, (context, { reference }) =>
    requestCorrection({ reference, viewer: desk.officer, items }, context),
  )
  return {
    answerOn: workingDay =>
      void story.byApplicant(moments.atWork(workingDay), (context, { reference, resident }) =>
        answerCorrection({ reference, viewer: resident, typed: typed(application), words }, context),
      ),
  }
}

function reject(
  { desk, moments }: Telling,
  { story, on, proposed }: { story: Story; on: number; proposed: () => ProposedRejection },
): Story {
  return story
    .byOffice(moments.atWork(on), desk.officer, proposes(desk.officer, proposed))
    .byOffice(moments.atWork(on), desk.supervisor, (context, { reference }) =>
      confirmRejection({ reference, viewer: desk.supervisor }, context),
    )
}

function rejectSecondApplication(telling: Telling): { second: Story; on: number } {
  const { story, appliedOn, desk, moments } = telling
  story.byOffice(moments.atWork(appliedOn - 1), desk.officer, registers({ viewer: desk.officer }))
  const second = telling.applyAgain()
  const on = appliedOn - 3
  reject(telling, { story: second, on, proposed: () => proposals.duplicate(story.told().reference) })
  return { second, on }
}

/** Every kind of life that an application can have, told through the commands that people use. */
export const tales = {
  registered: {
    from: 1,
    to: 39,
    times: { full: 96, small: 2 },
    tell: ({ story, appliedOn, desk, moments, chance }) => {
      const on = Math.max(0, appliedOn - chance.between(0, 2))
      story.byOffice(moments.atWork(on), desk.officer, registers({ viewer: desk.officer }))
    },
  },
  corrected: {
    from: 9,
    to: 38,
    times: { full: 14, small: 0 },
    tell: telling => {
      const { story, appliedOn, desk, moments, chance } = telling
      const answeredOn = appliedOn - chance.between(2, 6)
      sendNotice(telling).answerOn(answeredOn)
      story.byOffice(moments.atWork(answeredOn - 1), desk.officer, registers({ viewer: desk.officer }))
    },
  },
  /** Nobody did anything: the sweep registers it when its time has run out, and the county looks into it later. */
  lapsed: {
    from: 5,
    to: 36,
    times: { full: 9, small: 1 },
    tell: ({ story, appliedOn, desk, moments, chance }) => {
      const finding = chance.pick(findings)
      if (appliedOn < 16) return
      story.byOffice(moments.atWork(appliedOn - 7), desk.county, (context, { reference }) =>
        closeSupervisionRecord({ reference, viewer: desk.county, finding }, context),
      )
    },
  },
  rejectedAsDuplicate: {
    from: 8,
    to: 34,
    times: { full: 3, small: 1 },
    tell: telling => void rejectSecondApplication(telling),
  },
  rejectedAsUntrue: {
    from: 6,
    to: 30,
    times: { full: 2, small: 0 },
    tell: telling =>
      void reject(telling, { story: telling.story, on: telling.appliedOn - 2, proposed: proposals.untrue }),
  },
  rejectedForIdentity: {
    from: 8,
    to: 30,
    times: { full: 2, small: 0 },
    tell: telling => {
      const { story, appliedOn } = telling
      sendNotice(telling).answerOn(appliedOn - 4)
      reject(telling, { story, on: appliedOn - 5, proposed: proposals.identity })
    },
  },
  setRight: {
    from: 12,
    to: 34,
    times: { full: 2, small: 0 },
    tell: telling => {
      const { desk, moments, chance } = telling
      const { second, on } = rejectSecondApplication(telling)
      const ground = chance.pick(['review-upheld', 'complaint-upheld'] as const)
      const note = chance.pick(setRightNotes)
      second.byOffice(moments.atWork(on - 4), desk.supervisor, (context, { reference }) =>
        setRejectionRight({ reference, viewer: desk.supervisor, ground, note }, context),
      )
    },
  },
  returned: {
    from: 4,
    to: 33,
    times: { full: 3, small: 0 },
    tell: ({ story, appliedOn, desk, moments, chance }) => {
      const note = chance.pick(returnNotes)
      story
        .byOffice(moments.atWork(appliedOn - 1), desk.officer, proposes(desk.officer, proposals.untrue))
        .byOffice(moments.atWork(appliedOn - 1), desk.supervisor, (context, { reference }) =>
          returnProposal({ reference, viewer: desk.supervisor, note }, context),
        )
        .byOffice(moments.atWork(appliedOn - 2), desk.officer, registers({ viewer: desk.officer }))
        .byApplicant(moments.minutesAgo(1_500), (context, { reference, resident }) =>
          rateCase({ reference, viewer: resident, ...blame }, context),
        )
    },
  },
  withdrawn: {
    from: 3,
    to: 37,
    times: { full: 8, small: 1 },
    tell: telling => {
      const { story, appliedOn, moments, chance } = telling
      if (chance.percent(25)) sendNotice(telling)
      story.byApplicant(moments.atWork(appliedOn - 2), (context, { reference, resident }) =>
        withdrawApplication({ reference, viewer: resident }, context),
      )
    },
  },
  /** The notice was never answered: the sweep closes the case fifteen working days later. */
  closed: { from: 19, to: 38, times: { full: 5, small: 0 }, tell: telling => void sendNotice(telling) },
  transferred: {
    from: 4,
    to: 36,
    times: { full: 5, small: 0 },
    tell: ({ story, appliedOn, desk, otherDesk, moments, chance }) => {
      const [reason, toOfficeCode] = [chance.pick(transferReasons), otherDesk.office]
      story
        .byOffice(moments.atWork(appliedOn - 1), desk.officer, (context, { reference }) =>
          transferApplication({ reference, viewer: desk.officer, toOfficeCode, reason }, context),
        )
        .byOffice(moments.atWork(appliedOn - 2), otherDesk.officer, registers({ viewer: otherDesk.officer }))
    },
  },
  extended: {
    from: 9,
    to: 36,
    times: { full: 4, small: 0 },
    tell: ({ story, appliedOn, desk, moments, chance }) => {
      const [reason, workingDays] = [chance.pick(extensionReasons), chance.between(2, 5)]
      story
        .byOffice(moments.atWork(appliedOn - 2), desk.supervisor, (context, { reference }) =>
          extendDeadline({ reference, viewer: desk.supervisor, workingDays, reason }, context),
        )
        .byOffice(moments.atWork(appliedOn - 4), desk.officer, registers({ viewer: desk.officer }))
    },
  },
  open: { from: 0, to: 3, times: { full: 26, small: 3 }, tell: () => {} },
  claimed: {
    from: 1,
    to: 3,
    times: { full: 5, small: 0 },
    tell: ({ story, desk, moments, chance }) => {
      story.byOffice(moments.minutesAgo(chance.between(4, 22)), desk.officer, (context, { reference }) =>
        claimCase({ reference, viewer: desk.officer }, context),
      )
    },
  },
  proposed: {
    from: 2,
    to: 3,
    times: { full: 3, small: 1 },
    tell: ({ story, appliedOn, desk, moments }) => {
      story.byOffice(moments.atWork(appliedOn - 1), desk.officer, proposes(desk.officer, proposals.untrue))
    },
  },
  returnedAndOpen: {
    from: 2,
    to: 2,
    times: { full: 1, small: 0 },
    tell: ({ story, appliedOn, desk, moments, chance }) => {
      const note = chance.pick(returnNotes)
      story
        .byOffice(moments.atWork(appliedOn - 1), desk.officer, proposes(desk.officer, proposals.untrue))
        .byOffice(moments.atWork(appliedOn - 1), desk.supervisor, (context, { reference }) =>
          returnProposal({ reference, viewer: desk.supervisor, note }, context),
        )
    },
  },
  answered: {
    from: 5,
    to: 9,
    times: { full: 4, small: 1 },
    tell: telling => sendNotice(telling).answerOn(telling.chance.between(0, 1)),
  },
  waiting: { from: 2, to: 13, times: { full: 9, small: 1 }, tell: telling => void sendNotice(telling) },
  extendedAndOpen: {
    from: 3,
    to: 3,
    times: { full: 2, small: 0 },
    tell: ({ story, appliedOn, desk, moments, chance }) => {
      const [reason, workingDays] = [chance.pick(extensionReasons), chance.between(3, 6)]
      story.byOffice(moments.atWork(appliedOn - 2), desk.supervisor, (context, { reference }) =>
        extendDeadline({ reference, viewer: desk.supervisor, workingDays, reason }, context),
      )
    },
  },
  extensionRequested: {
    from: 2,
    to: 2,
    times: { full: 2, small: 0 },
    tell: ({ story, appliedOn, desk, moments, chance }) => {
      const [reason, workingDays] = [chance.pick(extensionReasons), chance.between(2, 5)]
      story.byOffice(moments.atWork(appliedOn - 1), desk.officer, (context, { reference }) =>
        requestExtension({ reference, viewer: desk.officer, workingDays, reason }, context),
      )
    },
  },
} satisfies Record<string, Tale>
