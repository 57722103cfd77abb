import { useTranslations } from 'next-intl'
import { BulletList } from '@/components/bullet-list'
import type { WhyAccountStays as Why } from '@/lib/privacy'
import { dataPages } from '../addresses'

/** What holds an account that is to go, and what its owner can do about each. */
export function WhyAccountStays({ why }: { why: readonly Why[] }) {
  const t = useTranslations('data-rights.erase.accountStays')
  if (why.length === 0) return null
  return (
    <>
      <p>{t('because')}</p>
      <BulletList
        items={why.map(one =>
          t.rich(one, {
            applications: words => <a href="/applications">{words}</a>,
            requests: words => <a href={`${dataPages.all}#requests`}>{words}</a>,
          }),
        )}
      />
    </>
  )
}
