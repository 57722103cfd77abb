import { useTranslations } from 'next-intl'
import drawings from './steps.svg'

/** Each has its words in messages/…/guide.json and its drawing in steps.svg, by this name. */
const STEPS = ['signIn', 'answer', 'sign', 'follow', 'print'] as const

/** What happens, from the first code to the paper in one's hand. The words say it all, so the drawings are silent. */
export function Steps() {
  const t = useTranslations('guide.steps')
  return (
    <ol className="flow steps">
      {STEPS.map((step, index) => (
        <li key={step}>
          <svg aria-hidden="true">
            <use href={`${drawings.src}#${step}`} />
          </svg>
          <span>
            <strong>{index + 1}.</strong> {t(step)}
          </span>
        </li>
      ))}
    </ol>
  )
}
