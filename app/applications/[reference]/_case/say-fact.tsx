import { useLocale, useTranslations } from 'next-intl'
import { sayDate } from '@/components/say-moment'
import { type DeclaredFact, isDeclaredFact } from '@/lib/applications'
import { isIdentityDocumentKind, maskIdNumber } from '@/lib/identity'

type SayFactProps = { fact: string; before: string | null; after: string | null }

/** One corrected fact: 姓名 改为 李亭，原来是 李婷. */
export function SayFact({ fact, before, after }: SayFactProps) {
  const t = useTranslations('applications')
  const sayValue = useSayValue()
  if (!isDeclaredFact(fact)) return null
  return (
    <li>
      <strong>{t(`fact.${fact}`)}</strong>{' '}
      {t('correction.changed', {
        before: sayValue({ fact, value: before }),
        after: sayValue({ fact, value: after }),
      })}
    </li>
  )
}

const choices = ['household', 'residence', 'expecting', 'born'] as const

/** A fact's value in words: choices and dates as people say them, ID numbers never whole. */
function useSayValue() {
  const t = useTranslations('applications')
  const tKind = useTranslations('apply.person.kind')
  const locale = useLocale()
  return ({ fact, value }: { fact: DeclaredFact; value: string | null }): string => {
    if (value === null) return t('correction.cleared')
    if (fact.endsWith('document-number')) return maskIdNumber(value)
    if (fact === 'child-birth-date') return sayDate({ date: value, locale })
    if (isIdentityDocumentKind(value)) return tKind(value)
    const choice = choices.find(known => known === value)
    return choice && (fact === 'stage' || fact === 'address-basis') ? t(`value.${choice}`) : value
  }
}
