import { service } from '@/app/_service'
import type { Certificate } from '@/lib/certificates'
import { checkPerson, readPurpose, tellPurpose } from '@/lib/verification'
import type { AnswerPage } from './answer-page'

type SentForm = {
  certificate: Certificate
  form: URLSearchParams
  address: string
  words: AnswerPage['words']
}

/** What is said to one of the page's two forms: "Is it this person?" and "What for?". */
export async function answerForm(sent: SentForm): Promise<Pick<AnswerPage, 'person' | 'purpose'>> {
  return sent.form.has('why')
    ? { person: null, purpose: await tell(sent) }
    : { person: await compare(sent), purpose: null }
}

async function compare({
  certificate,
  form,
  address,
  words,
}: SentForm): Promise<NonNullable<AnswerPage['person']>> {
  const name = form.get('name') ?? ''
  const lastSix = form.get('lastSix') ?? ''
  const checked = await checkPerson({ certificate, name, lastSix, address }, service())
  if (checked.ok) {
    return checked.value.matches
      ? { tone: 'yes', said: words('person.matches'), name }
      : { tone: 'no', said: words('person.differs'), name }
  }
  const minutes = Math.ceil(Number(checked.details.retryAfterSeconds ?? 60) / 60)
  return { tone: 'wait', said: words(`person.${checked.failure}`, { minutes }), name }
}

async function tell({ certificate, form, words }: SentForm): Promise<NonNullable<AnswerPage['purpose']>> {
  const typed = form.get('own') ?? ''
  const purpose = readPurpose({ chosen: form.get('why') ?? '', typed })
  if (!purpose.ok) return { tone: 'wait', said: words(`purpose.${purpose.failure}`), typed }
  await tellPurpose({ certificate, purpose: purpose.value }, service())
  return { tone: 'yes', said: words('purpose.told'), typed: '' }
}
