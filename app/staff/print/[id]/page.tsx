import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { requireStaff } from '@/app/_session/viewer'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { SummaryList } from '@/components/summary-list'
import { findAssistedPrint, inGroupsOfFour } from '@/lib/certificates'
import { maskName } from '@/lib/identity/rules'
import { CalmPage } from '../../_parts/calm-page'
import { StaffHeader } from '../../_parts/staff-header'
import { PRINT_PATH, printAddress } from '../addresses'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('assisted-print')
  return { title: t('ready.title') }
}

/** What the officer wants here: the file, once more where the printer jams. */
export default async function ReadyToPrintPage({ params }: PageProps<'/staff/print/[id]'>) {
  const { id } = await params
  const [viewer, t] = await Promise.all([
    requireStaff({ back: PRINT_PATH }),
    getTranslations('assisted-print'),
  ])
  const certificate = await findAssistedPrint(service().db, { id, viewer })
  const back = { href: PRINT_PATH, label: t('ready.another') }
  if (!certificate) {
    return (
      <CalmPage because="not-now" viewer={viewer} path={PRINT_PATH} title={t('expired.title')} back={back}>
        <p>{t('expired.text')}</p>
      </CalmPage>
    )
  }
  const { number, holders, countyName, officeName } = certificate
  return (
    <>
      <StaffHeader viewer={viewer} path={PRINT_PATH} />
      <Page title={t('ready.title')} lead={t('ready.lead')} back={back}>
        <SummaryList
          rows={[
            { term: t('ready.number'), value: inGroupsOfFour(number) },
            { term: t('ready.holders'), value: holders.map(({ name }) => maskName(name)).join('、') },
            { term: t('ready.office'), value: `${countyName}${officeName}` },
          ]}
        />
        <p>
          <ButtonLink href={printAddress({ id, file: true })}>{t('ready.open')}</ButtonLink>
        </p>
      </Page>
    </>
  )
}
