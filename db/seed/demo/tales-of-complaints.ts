import { answerComplaint, fileComplaint } from '@/lib/complaints'
import { registerApplication } from '@/lib/decisions'
import { complaintAnswers, complaintTexts } from './invented-words'
import type { Tale, Telling } from './tellers'

/** Registered on the next day, and complained of on the day after that. */
function registerAndComplain({ story, appliedOn, desk, moments, chance }: Telling): void {
  const text = chance.pick(complaintTexts)
  story
    .byOffice(moments.atWork(appliedOn - 1), desk.officer, (context, { reference }) =>
      registerApplication({ reference, viewer: desk.officer }, context),
    )
    .byApplicant(moments.atWork(appliedOn - 2), (context, { reference, resident }) =>
      fileComplaint({ reference, viewer: resident, text }, context),
    )
}

/** What becomes of a complaint: answered in time, still to be answered, gone to the county by itself. */
export const talesOfComplaints = {
  complaintAnswered: {
    from: 14,
    to: 34,
    times: { full: 3, small: 0 },
    tell: telling => {
      registerAndComplain(telling)
      const { story, appliedOn, desk, moments, chance } = telling
      const { outcome, answer } = chance.pick(complaintAnswers)
      story.byOffice(moments.atWork(appliedOn - 5), desk.supervisor, (context, { reference }) =>
        answerComplaint({ reference, viewer: desk.supervisor, outcome, answer }, context),
      )
    },
  },
  complaintOpen: { from: 4, to: 5, times: { full: 3, small: 1 }, tell: registerAndComplain },
  complaintEscalated: { from: 12, to: 20, times: { full: 2, small: 0 }, tell: registerAndComplain },
} satisfies Record<string, Tale>
