import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import type { MandateRequest } from '@/lib/applications'
import { applicationAddress } from './addresses'

/** Applications that somebody sent in this person's name, above everything else until they have spoken. */
export function MandateRequests({ requests, now }: { requests: MandateRequest[]; now: Date }) {
  const t = useTranslations('mandate')
  if (requests.length === 0) return null
  return (
    <Notice title={t('title')} tone="warn">
      <ul>
        {requests.map(({ reference, proxyMasked, proxyRelation, acceptedAt }) => (
          <li key={reference} className="flex flex-wrap items-baseline gap-x-4">
            <span>
              {t('who.proxyIs', { name: proxyMasked, relation: t(`relation.${proxyRelation}`) })}{' '}
              <Moment instant={acceptedAt} now={now} />
            </span>
            <a href={applicationAddress({ reference, page: 'mandate' })} className="link-target">
              {t('look')}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
