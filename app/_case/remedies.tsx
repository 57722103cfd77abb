import { useLocale } from 'next-intl'
import { remediesInEnglish } from '@/lib/decisions'

/** The remedies as the decision tells them, in Chinese; a reader of English finds the translation before them. */
export function Remedies({ text }: { text: string }) {
  const locale = useLocale()
  const english = locale === 'en' ? remediesInEnglish(text) : null
  return (
    <>
      {english && <span className="mb-1 block">{english}</span>}
      <span lang="zh-CN">{text}</span>
    </>
  )
}
