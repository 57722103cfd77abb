import type { Locale } from 'next-intl'
import type { RejectionReason } from '@/lib/decisions'

/** A published reason in the language of the page. */
export function reasonInLanguage({ reason, locale }: { reason: RejectionReason; locale: Locale }): {
  title: string
  law: string
  refuses: string
  nextStep: string
} {
  if (locale === 'en') {
    const {
      titleEnglish: title,
      lawEnglish: law,
      refusesEnglish: refuses,
      nextStepEnglish: nextStep,
    } = reason
    return { title, law, refuses, nextStep }
  }
  const { title, law, refuses, nextStep } = reason
  return { title, law, refuses, nextStep }
}
