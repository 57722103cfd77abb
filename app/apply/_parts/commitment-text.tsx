import { getLocale } from 'next-intl/server'
import type { Commitment } from '@/lib/applications'

/** The text that is promised, as the table has it, in the language of the page. */
export async function CommitmentText({ commitment }: { commitment: Commitment }) {
  const text = (await getLocale()) === 'en' ? commitment.textEnglish : commitment.text
  return (
    <div className="flow rounded-panel border border-line bg-ground px-5 py-4">
      {text.split(/\n{2,}/).map(paragraph => (
        <p key={paragraph} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  )
}
