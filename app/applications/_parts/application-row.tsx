import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { OwnApplication } from '@/lib/applications'
import { applicationAddress } from './addresses'
import { StatusTag } from './status-tag'

/** One application of the list: its state, then who must act and by when. */
export function ApplicationRow({ application, now }: { application: OwnApplication; now: Date }) {
  const t = useTranslations('applications')
  const locale = useLocale()
  const { reference, status, acceptedAt, clock, certificateNumber } = application
  const office = officeName({
    office: { name: application.officeName, nameEnglish: application.officeNameEnglish },
    locale,
  })
  return (
    <li className="flow-small breakable border-t border-line py-4">
      <div className="flex flex-wrap items-center gap-x-3">
        <h3>
          <a href={applicationAddress({ reference })} className="link-target">
            {t('openCase', { reference })}
          </a>
        </h3>
        <StatusTag status={status} />
      </div>
      {clock && (
        <p>
          {t.rich(`mustAct.${clock.kind}`, {
            office,
            when: () => (
              <strong>
                <Moment instant={clock.dueAt} now={now} />
              </strong>
            ),
          })}
        </p>
      )}
      <p className="text-small text-ink-soft">
        {office} · {t.rich('accepted', { when: () => <Moment instant={acceptedAt} now={now} /> })}
      </p>
      {certificateNumber && (
        <p>
          <a href={`/certificates/${certificateNumber}`} className="link-target">
            {t('seeCertificate')}
            <span className="sr-only"> {reference}</span>
          </a>
        </p>
      )}
    </li>
  )
}
