import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { paperDrawings } from '@/lib/certificates/paper'
import { NoLongerValid } from '../_parts/no-longer-valid'
import { certificateAddress, requireOwnCertificate } from '../_parts/own-certificate'
import { PaperSheet } from './_sheet/paper-sheet'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('paper')
  return { title: t('title') }
}

/** What the person wants here: to see the paper as it is, and to print it where no PDF opens. */
export default async function PaperPage({ params }: PageProps<'/certificates/[number]/paper'>) {
  const { certificate } = await requireOwnCertificate({ params, page: 'paper' })
  const [t, drawings] = await Promise.all([getTranslations('paper'), paperDrawings(certificate)])
  const { number, status } = certificate
  return (
    <main id="main" tabIndex={-1} className="min-h-screen bg-ground print:bg-white">
      <div className="flow-small mx-auto max-w-page px-4 py-4 print:hidden">
        <p>
          <a href={certificateAddress({ number })} className="link-target">
            {t('back')}
          </a>
        </p>
        <p>{t('how')}</p>
        <p>
          <a href={`${certificateAddress({ number })}.pdf`} className="link-target">
            {t('pdf')}
          </a>
        </p>
      </div>
      {/* Printed as well: nobody takes the sheet for one that is valid. */}
      {status !== 'valid' && (
        <div className="mx-auto max-w-page px-4 pb-4">
          <NoLongerValid status={status} newest={undefined} />
        </div>
      )}
      <PaperSheet certificate={certificate} drawings={drawings} />
    </main>
  )
}
