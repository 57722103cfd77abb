import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { sayMoment } from '@/components/say-moment'
import { openStatuses } from '@/lib/applications'
import { maskName } from '@/lib/identity/rules'
import type { StaffCase } from '@/lib/supervision'
import { doneInCase, failedButtons, oneOf } from '../../_parts/addresses'
import { sayFailure } from '../../_parts/say-failure'
import { StaffHeader } from '../../_parts/staff-header'
import { StatusTag } from '../../_parts/status-tag'
import { CaseActions } from '../_case/case-actions'
import { CaseClock } from '../_case/case-clock'
import { CaseDecision } from '../_case/case-decision'
import { CaseFacts } from '../_case/case-facts'
import { CaseHistory } from '../_case/case-history'
import { CaseMessages } from '../_case/case-messages'
import { CheckAskedFor } from '../_case/check-asked-for'
import { CorrectionAnswer } from '../_case/correction-answer'
import { DoneNotice } from '../_case/done-notice'
import { ExtensionRequest } from '../_case/extension-request'
import { Holder } from '../_case/holder'
import { openCase } from '../_case/open-case'
import { OpenComplaint } from '../_case/open-complaint'
import { ProposedRejection } from '../_case/proposed-rejection'
import { Undelivered } from '../_case/undelivered'

export async function generateMetadata({ params }: PageProps<'/staff/cases/[reference]'>): Promise<Metadata> {
  const t = await getTranslations('staff.case')
  return { title: t('title', { reference: (await params).reference }) }
}

/** What an officer wants here: everything for the decision on one screen, and to decide with one click. */
export default async function CasePage({ params, searchParams }: PageProps<'/staff/cases/[reference]'>) {
  const opened = await openCase({ typed: (await params).reference })
  if ('refusal' in opened) return opened.refusal
  const { viewer, found, reference, path } = opened
  const query = await searchParams
  const done = oneOf(doneInCase, query.done)
  const failure = oneOf(failedButtons, query.failed)
  const t = await getTranslations('staff')
  const { application, parties } = found
  const applicant = parties.find(({ role }) => role === 'applicant')
  const isOpen = openStatuses.some(status => status === application.status)
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={maskName(applicant?.name ?? '')}
        mark={<StatusTag status={application.status} isProposed={found.proposal !== null} />}
        lead={<Headline found={found} />}
        back={{ href: '/staff', label: t('case.back') }}
        width="wide"
        asideFirst
        aside={
          <>
            {done && <DoneNotice done={done} found={found} viewer={viewer} />}
            {failure && (
              <Notice tone="stop" announced>
                <p>
                  {
                    await sayFailure({
                      failed: { failure, details: { name: found.holder } },
                      reference,
                      viewer,
                    })
                  }
                </p>
              </Notice>
            )}
            <CaseClock found={found} />
            {isOpen && <Holder found={found} viewer={viewer} />}
            <CaseActions found={found} viewer={viewer} />
          </>
        }
      >
        <Undelivered found={found} />
        <OpenComplaint found={found} />
        <CaseMessages found={found} />
        <CheckAskedFor found={found} />
        <ProposedRejection found={found} />
        <ExtensionRequest found={found} />
        <CaseDecision found={found} />
        <CaseFacts found={found} />
        <CorrectionAnswer found={found} />
        <CaseHistory found={found} />
      </Page>
    </>
  )
}

/** HS-2611-24-0017-4  11月24日 10:41 受理  本人办理  首问责任人 陈晓 */
async function Headline({ found }: { found: StaffCase }) {
  const [t, locale] = await Promise.all([getTranslations('staff.case'), getLocale()])
  const { application, firstContact, office, now } = found
  const parts = [
    application.reference,
    application.acceptedAt &&
      t('accepted', { when: sayMoment({ instant: application.acceptedAt, now, locale }) }),
    officeName({ office, locale }),
    t(application.appliedBy === 'proxy' ? 'byProxy' : 'bySelf'),
    firstContact && t('firstContact', { name: firstContact }),
  ]
  return (
    <span className="flex flex-wrap gap-x-4 text-base tabular-nums">
      {parts.filter(Boolean).map(part => (
        <span key={part} className="sm:whitespace-nowrap">
          {part}
        </span>
      ))}
    </span>
  )
}
