import { useLocale, useTranslations } from 'next-intl'

type HeaderSwitchesProps = { path: string | undefined; form: string | undefined }

/** Large text and the other language. Which of the two sizes is offered, the stylesheet knows (html.large). */
export function HeaderSwitches({ path, form }: HeaderSwitchesProps) {
  const t = useTranslations('shell')
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  const shared = { path, form }
  return (
    <>
      <li className="large:hidden">
        <Switch {...shared} route="/large-text" name="switchTextSize" to="on" label={t('largeText')} />
      </li>
      <li className="hidden large:block">
        <Switch {...shared} route="/large-text" name="switchTextSize" to="off" label={t('standardText')} />
      </li>
      <li>
        <Switch
          {...shared}
          route="/language"
          name="switchLanguage"
          to={other}
          label={t('otherLanguage')}
          language={other}
        />
      </li>
    </>
  )
}

type SwitchProps = HeaderSwitchesProps & {
  route: '/language' | '/large-text'
  name: string
  to: string
  label: string
  language?: string
}

function Switch({ path, form, route, name, to, label, language }: SwitchProps) {
  if (form) {
    return (
      <button
        type="submit"
        form={form}
        name={name}
        value={to}
        formNoValidate
        lang={language}
        className="link-target text-brand underline decoration-1 underline-offset-[0.2em] hover:decoration-3"
      >
        {label}
      </button>
    )
  }
  // A plain link: next/link would fetch it ahead and so switch by itself.
  const query = new URLSearchParams(path ? { to, back: path } : { to })
  return (
    <a href={`${route}?${query}`} lang={language} hrefLang={language} rel="nofollow" className="link-target">
      {label}
    </a>
  )
}
