import { useTranslations } from 'next-intl'
import { SavedLine, type SavedLineProps } from './saved-line'

type ProgressLineProps = SavedLineProps & {
  /** Id of the form of the page: the way back submits it, so that what was typed is saved. */
  form: string
}

/** The way back of a question page, and where one stands. */
export function ProgressLine({ form, ...line }: ProgressLineProps) {
  const t = useTranslations('apply')
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <button
        type="submit"
        form={form}
        name="goBack"
        value="yes"
        formNoValidate
        className="link-target gap-1 text-brand underline decoration-1 underline-offset-[0.2em] hover:decoration-3"
      >
        <span aria-hidden="true">‹</span>
        {t('previous')}
      </button>
      <SavedLine {...line} />
    </span>
  )
}
