import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Moment } from '@/components/moment'
import { answerDueIfSentNow, correctableFields, lastMomentForNotice } from '@/lib/applications'
import { service } from '../../../../_service'
import { TwoSteps } from '../../../_parts/two-steps'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'
import { SendButtons } from '../../_case/send-buttons'
import { declaredValues } from './declared-values'
import { FieldsToCorrect } from './fields-to-correct'
import { NoticePreview } from './notice-preview'
import { sendCorrection } from './send-correction'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.correction')
  return { title: t('title') }
}

/** What an officer wants here: to tell the applicant once, and completely, what must be put right. */
export default async function CorrectionPage({ params }: PageProps<'/staff/cases/[reference]/correction'>) {
  const opened = await openCase({
    typed: (await params).reference,
    page: 'correction',
    action: 'request-correction',
  })
  if ('refusal' in opened) return opened.refusal
  const { found, reference } = opened
  const { application, runningClock, now } = found
  const { db } = service()
  const [t, until, answerBy, declared] = await Promise.all([
    getTranslations('staff.correction'),
    lastMomentForNotice(db, { application, decideBy: runningClock?.dueAt ?? now }),
    answerDueIfSentNow(db, { application }),
    declaredValues(found),
  ])
  const lead = t.rich('lead', { until: () => <Moment instant={until} now={now} /> })
  return (
    <ActionPage opened={opened} title={t('title')} lead={lead}>
      <KeptForm action={sendCorrection} keeps="correction-notice" page={opened.path}>
        <input type="hidden" name="reference" value={reference} />
        <TwoSteps
          fields={correctableFields.flatMap(field => [field, `words-${field}`, `document-${field}`])}
          write={<FieldsToCorrect declared={declared} />}
          preview={
            <>
              <NoticePreview found={found} answerBy={answerBy} />
              <SendButtons send={t('send')} change={t('change')} />
            </>
          }
        />
      </KeptForm>
    </ActionPage>
  )
}
