import { useTranslations } from 'next-intl'
import { BulletList } from '@/components/bullet-list'
import { Notice } from '@/components/notice'
import type { FrequentCorrection } from '@/lib/applications'

type LookAgainProps = {
  frequent: readonly FrequentCorrection[]
  /** The person for whom a proxy applies, by their masked name; undefined for whoever applies for themselves. */
  appliedFor: string | undefined
}

/** What others most often had to correct, as a hint to look at one's own once more. It holds nobody up. */
export function LookAgain({ frequent, appliedFor: name }: LookAgainProps) {
  const t = useTranslations('look-again')
  if (frequent.length === 0) return null
  const sayHint = ({ field, ofTen }: FrequentCorrection): string =>
    name !== undefined && (field === 'applicant-name' || field === 'applicant-document')
      ? t(`forProxy.${field}`, { ofTen, name })
      : t(field, { ofTen })
  return (
    <Notice title={t('title')}>
      <BulletList items={frequent.map(sayHint)} />
    </Notice>
  )
}
