import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { messagesOfCase, waitingMessage } from '@/lib/messages'
import type { StaffCase } from '@/lib/supervision'
import { service } from '../../../_service'
import { caseAddress } from '../../_parts/addresses'
import { Waits } from '../[reference]/messages/correspondence'

/** What the applicant asks and nobody has answered stands out; otherwise how much was written, and the way to it. */
export async function CaseMessages({ found }: { found: StaffCase }) {
  const { application, now } = found
  const [t, letters] = await Promise.all([
    getTranslations('correspondence.staff'),
    messagesOfCase(service().db, { applicationId: application.id }),
  ])
  const href = caseAddress({ reference: application.reference, page: 'messages' })
  const waiting = waitingMessage(letters)
  if (waiting) {
    return (
      <Notice title={t('section')} tone="warn">
        <p className="breakable line-clamp-4 whitespace-pre-line">{waiting.text}</p>
        <p>
          <Waits letter={waiting} now={now} />
        </p>
        <p>
          <a href={href} className="link-target">
            {t('open')}
          </a>
        </p>
      </Notice>
    )
  }
  return (
    <section className="flow-small">
      <h2>{t('section')}</h2>
      <p>
        {letters.length > 0 ? t('count', { count: letters.length }) : t('none')}{' '}
        <a href={href} className="link-target">
          {letters.length > 0 ? t('open') : t('text')}
        </a>
      </p>
    </section>
  )
}
