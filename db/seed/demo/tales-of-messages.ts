import { answerMessages, writeToOffice } from '@/lib/messages'
import { messageTexts } from './invented-words'
import { type Tale, type Telling, tales } from './tellers'

function write({ story, moments }: Telling, { on, text }: { on: number; text: string }): void {
  story.byApplicant(moments.whenPeopleApply(on), (context, { reference, resident }) =>
    writeToOffice({ reference, viewer: resident, text }, context),
  )
}

/** An applicant asks, while the case is open or long after it was decided; some wait for their answer. */
export const talesOfMessages = {
  askedAndAnswered: {
    from: 6,
    to: 30,
    times: { full: 6, small: 1 },
    tell: telling => {
      const { story, appliedOn, desk, moments, chance } = telling
      const { text, answer } = chance.pick(messageTexts)
      write(telling, { on: appliedOn, text })
      story.byOffice(moments.atWork(appliedOn - 1), desk.officer, (context, { reference }) =>
        answerMessages({ reference, viewer: desk.officer, text: answer }, context),
      )
      tales.registered.tell({ ...telling, appliedOn: appliedOn - 1 })
    },
  },
  askedAndOpen: {
    from: 1,
    to: 2,
    times: { full: 3, small: 1 },
    tell: telling =>
      write(telling, { on: telling.appliedOn - 1, text: telling.chance.pick(messageTexts).text }),
  },
} satisfies Record<string, Tale>
