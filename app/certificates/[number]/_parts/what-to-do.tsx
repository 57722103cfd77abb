import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { certificateAddress } from './own-certificate'
import { PrintElsewhere } from './print-elsewhere'

type WhatToDoProps = {
  number: string
  isValid: boolean
  /** The office hears its holder about a revocation; meanwhile it is not replaced. */
  isHeard: boolean
  /** To answer is more pressing than to print. */
  waitsForAnswer: boolean
}

/** Ways to print the certificate, and to replace it. None of it belongs on a print of the page. */
export function WhatToDo({ number, isValid, isHeard, waitsForAnswer }: WhatToDoProps) {
  const t = useTranslations('certificate')
  const paper = useTranslations('paper')
  const address = certificateAddress({ number })
  if (!isValid) return <Link href={`${address}.pdf`}>{t('ended.paper')}</Link>
  return (
    <div className="flow print:hidden">
      <ButtonLink href={`${address}.pdf`} kind={waitsForAnswer ? 'secondary' : 'primary'}>
        {t('print')}
      </ButtonLink>
      <p className="text-small">{t('printHint')}</p>
      <Link href={certificateAddress({ number, page: 'paper' })}>{paper('link')}</Link>
      <PrintElsewhere number={number} />
      {!isHeard && <Link href={certificateAddress({ number, page: 'reissue' })}>{t('reissue.link')}</Link>}
    </div>
  )
}

function Link({ href, children }: { href: string; children: string }) {
  return (
    <p className="print:hidden">
      <a href={href} className="link-target">
        {children}
      </a>
    </p>
  )
}
