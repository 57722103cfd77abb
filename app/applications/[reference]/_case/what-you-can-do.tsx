import { useTranslations } from 'next-intl'
import { applyAddress } from '@/app/apply/_parts/addresses'
import { Notice } from '@/components/notice'
import { allows, type OwnCase } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'

/** What is open to the applicant now, beside the page's one button. */
export function WhatYouCanDo({ found: { application, reader } }: { found: OwnCase }) {
  const t = useTranslations('applications.actions')
  const tMessages = useTranslations('correspondence')
  const tComplaints = useTranslations('complaints.resident')
  const tShare = useTranslations('share')
  const { status } = application
  return (
    <Notice title={t('title')}>
      <ul>
        <li>
          <a href={applicationAddress({ ...application, page: 'messages' })} className="link-target">
            {tMessages('write')}
          </a>
        </li>
        {reader !== 'principal' && (
          // The receipt is that of whoever sent it.
          <li>
            <a href={applyAddress({ draftId: application.id, step: 'receipt' })} className="link-target">
              {t('receipt')}
            </a>
          </li>
        )}
        <li>
          <a href={applicationAddress({ ...application, page: 'share' })} className="link-target">
            {tShare('title')}
          </a>
        </li>
        {allows({ name: 'withdraw', from: status }) && (
          <li>
            <a href={applicationAddress({ ...application, page: 'withdraw' })} className="link-target">
              {t('withdraw')}
            </a>
          </li>
        )}
        <li>
          <a href={applicationAddress({ ...application, page: 'complaint' })} className="link-target">
            {tComplaints('complain')}
          </a>
        </li>
        <li>
          <a href="tel:12345" className="link-target">
            {t('call')}
          </a>
        </li>
      </ul>
    </Notice>
  )
}
