import { useLocale } from 'next-intl'

type CommitmentTextProps = { commitment: { text: string; textEnglish: string } }

/** The text that is promised, as the table has it, in the language of the page: sections, each with its heading. */
export function CommitmentText({ commitment }: CommitmentTextProps) {
  const text = useLocale() === 'en' ? commitment.textEnglish : commitment.text
  const sections = text.split(/\n{2,}/).map(section => section.split('\n'))
  return (
    <div className="flow max-w-read rounded-panel border border-line bg-ground px-5 py-4">
      {sections.map(([heading, ...lines]) => (
        <section key={heading} className="flow-small">
          <h2 className="text-base">{heading}</h2>
          {lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </div>
  )
}
