import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { KeptForm } from '@/app/_session/kept-form'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextArea } from '@/components/text-area'
import { LONGEST_COMPLAINT, stateOfComplaint } from '@/lib/complaints'
import { limitInForce, shanghaiDayOf } from '@/lib/deadlines'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'
import { complain } from './complain'
import { ComplaintWithAnswer } from './complaint-with-answer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('complaints')
  return { title: t('title') }
}

/** What the person wants here: to say what went wrong, to know who answers by when, and to read the answer. */
export default async function ComplaintPage({
  params,
  searchParams,
}: PageProps<'/applications/[reference]/complaint'>) {
  const { found } = await requireOwnCase({ params, page: 'complaint' })
  const { reference } = found.application
  const [t, tAll, locale, limit, { filed }] = await Promise.all([
    getTranslations('complaints'),
    getTranslations('applications'),
    getLocale(),
    limitInForce(service().db, { kind: 'complaint-answer', on: shanghaiDayOf(found.now) }),
    searchParams,
  ])
  const [newest] = found.complaints
  const isOpen = newest !== undefined && stateOfComplaint(newest) !== 'answered'
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'complaint' })} />
      <Page
        title={t('title')}
        back={{ href: applicationAddress({ reference }) }}
        progress={tAll('reference', { reference })}
      >
        {filed === 'yes' && isOpen && (
          <Notice tone="ok" announced>
            <p>{t('resident.filed')}</p>
          </Notice>
        )}
        {found.complaints.map(complaint => (
          <ComplaintWithAnswer key={complaint.id} complaint={complaint} found={found} />
        ))}
        {!isOpen && (
          <section className="flow">
            {newest && <h2>{t('resident.again')}</h2>}
            <p>
              {t('resident.lead', {
                workingDays: limit.workingDays,
                county: officeName({ office: found.county, locale }),
              })}
            </p>
            <p>{t('resident.neutral')}</p>
            <KeptForm
              action={complain}
              keeps="complaint"
              page={applicationAddress({ reference, page: 'complaint' })}
            >
              <input type="hidden" name="reference" value={reference} />
              <TextArea
                name="text"
                label={t('resident.text')}
                hint={t('resident.textHint', { count: LONGEST_COMPLAINT })}
                rows={8}
              />
              <Button>{t('resident.send')}</Button>
            </KeptForm>
          </section>
        )}
      </Page>
      <PageFooter />
    </>
  )
}
