import { useTranslations } from 'next-intl'
import { BulletList } from '@/components/bullet-list'
import { Notice } from '@/components/notice'
import type { FrequentCorrection } from '@/lib/applications'

/** What others most often had to correct, as a hint to look at one's own once more. It holds nobody up. */
export function LookAgain({ frequent }: { frequent: readonly FrequentCorrection[] }) {
  const t = useTranslations('look-again')
  if (frequent.length === 0) return null
  return (
    <Notice title={t('title')}>
      <BulletList items={frequent.map(({ field, ofTen }) => t(field, { ofTen }))} />
    </Notice>
  )
}
