import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { TextArea } from '@/components/text-area'
import { LONGEST_MESSAGE, markMessagesRead, messagesOfCase, waitingMessage } from '@/lib/messages'
import { service } from '../../../../_service'
import { oneOf } from '../../../_parts/addresses'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'
import { answer, settle } from './answer'
import { Correspondence } from './correspondence'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('correspondence.staff')
  return { title: t('title') }
}

/** What an officer wants here: to read what the applicant asks with the case beside it, and to answer at once. */
export default async function CaseMessagesPage({
  params,
  searchParams,
}: PageProps<'/staff/cases/[reference]/messages'>) {
  const opened = await openCase({ typed: (await params).reference, page: 'messages' })
  if ('refusal' in opened) return opened.refusal
  const { found, reference } = opened
  const { db } = service()
  const ofCase = { applicationId: found.application.id }
  const [t, letters, query] = await Promise.all([
    getTranslations('correspondence.staff'),
    messagesOfCase(db, ofCase),
    searchParams,
  ])
  await markMessagesRead(db, { ...ofCase, by: 'office' })
  const done = oneOf(['sent', 'settled'] as const, query.done)
  return (
    <ActionPage opened={opened} title={t('title')} lead={t('lead')}>
      {done && (
        <Notice tone="ok" announced>
          <p>{t(done)}</p>
        </Notice>
      )}
      {letters.length > 0 ? <Correspondence letters={letters} now={found.now} /> : <p>{t('none')}</p>}
      <KeptForm action={answer} keeps="answer-message" page={opened.path}>
        <input type="hidden" name="reference" value={reference} />
        <TextArea name="text" label={t('text')} hint={t('textHint', { count: LONGEST_MESSAGE })} rows={5} />
        <Button>{t('send')}</Button>
      </KeptForm>
      {waitingMessage(letters) && (
        <ActionForm action={settle}>
          <input type="hidden" name="reference" value={reference} />
          <div className="flex flex-wrap items-center gap-x-4">
            <Button kind="link">{t('settle')}</Button>
            <span className="text-small text-ink-soft">{t('settleHint')}</span>
          </div>
        </ActionForm>
      )}
    </ActionPage>
  )
}
