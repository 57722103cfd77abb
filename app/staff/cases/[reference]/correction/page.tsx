import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { answerDueIfSentNow, correctableFields, lastMomentForNotice } from '@/lib/applications'
import { service } from '../../../../_service'
import { TwoSteps } from '../../../_parts/two-steps'
import { ActionPage } from '../../_case/action-page'
import { openCase } from '../../_case/open-case'
import { declaredValues } from './declared-values'
import { FieldToCorrect } from './field-to-correct'
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
  const { db } = service()
  const { application } = found
  const [t, until, answerBy, declared] = await Promise.all([
    getTranslations('staff.correction'),
    lastMomentForNotice(db, { application, decideBy: found.runningClock?.dueAt ?? found.now }),
    answerDueIfSentNow(db, { application }),
    declaredValues(found),
  ])
  const lead = t.rich('lead', { until: () => <Moment instant={until} now={found.now} /> })
  return (
    <ActionPage opened={opened} title={t('title')} lead={lead}>
      <ActionForm action={sendCorrection}>
        <input type="hidden" name="reference" value={reference} />
        <TwoSteps
          fields={correctableFields.flatMap(field => [field, `words-${field}`])}
          write={
            <>
              <fieldset className="flow-small">
                <legend className="text-lead font-bold">{t('list')}</legend>
                <p className="text-ink-soft">{t('listHint')}</p>
                {correctableFields.map(field => (
                  <FieldToCorrect key={field} field={field} declared={declared[field]} />
                ))}
              </fieldset>
              <Button name="step" value="preview">
                {t('preview')}
              </Button>
            </>
          }
          preview={
            <>
              <NoticePreview found={found} answerBy={answerBy} />
              <div className="flex flex-wrap gap-3">
                <Button name="step" value="send">
                  {t('send')}
                </Button>
                <Button kind="secondary" name="step" value="write">
                  {t('change')}
                </Button>
              </div>
            </>
          }
        />
      </ActionForm>
    </ActionPage>
  )
}
