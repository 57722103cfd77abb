import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { KeptForm } from '@/app/_session/kept-form'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextArea } from '@/components/text-area'
import { declaredFactsOf, factsToCorrect, isCorrectableField, type OwnCase } from '@/lib/applications'
import { attachmentsOfCase } from '@/lib/attachments'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'
import { documentsAskedFor } from '../documents/asked-for'
import { FactField } from './fact-fields'
import { sendCorrection } from './send-correction'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('applications.correction')
  return { title: t('title') }
}

/** What the person wants here: to see everything that is asked for once, put it right, and be done with it. */
export default async function CorrectionPage({ params }: PageProps<'/applications/[reference]/correction'>) {
  const { found } = await requireOwnCase({ params, page: 'correction' })
  const { reference, status } = found.application
  const back = applicationAddress({ reference })
  if (status !== 'correction_requested') redirect(back)
  const [t, tAll] = await Promise.all([
    getTranslations('applications.correction'),
    getTranslations('applications'),
  ])
  const { runningClock, now } = found
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'correction' })} />
      <Page
        title={t('title')}
        lead={t('lead')}
        back={{ href: back }}
        progress={tAll('reference', { reference })}
      >
        {runningClock && (
          <p>
            {tAll.rich('mustAct.applicant-must-answer', {
              when: () => (
                <strong>
                  <Moment instant={runningClock.dueAt} now={now} />
                </strong>
              ),
            })}
          </p>
        )}
        <ShownDocuments found={found} />
        <KeptForm
          action={sendCorrection}
          keeps="answer-correction"
          page={applicationAddress({ reference, page: 'correction' })}
        >
          <input type="hidden" name="reference" value={reference} />
          <ListedItems found={found} />
          <TextArea name="words" label={t('wordsLabel')} hint={t('wordsHint')} optional rows={4} />
          <Button>{t('send')}</Button>
        </KeptForm>
      </Page>
      <PageFooter />
    </>
  )
}

/** Of the papers that are asked for, how many files were chosen; the way back to choose others. */
async function ShownDocuments({ found }: { found: OwnCase }) {
  const asked = documentsAskedFor(found)
  if (asked.length === 0) return null
  const { reference, id: applicationId } = found.application
  const [t, shown] = await Promise.all([
    getTranslations('applications.correction.documents'),
    attachmentsOfCase(service().db, { applicationId }),
  ])
  return (
    <Notice title={t('laterTitle')}>
      <ul>
        {asked.map(({ field, document }) => {
          const count = shown.filter(attachment => attachment.field === field).length
          return (
            <li key={field}>
              {t(`short.${document}`)}: {count > 0 ? t('shown', { count }) : t('none')}
            </li>
          )
        })}
      </ul>
      <p>
        <a href={applicationAddress({ reference, page: 'documents' })} className="link-target">
          {shown.length > 0 ? t('change') : t('go')}
        </a>
      </p>
    </Notice>
  )
}

/** Each listed item with the office's words and the boxes that answer it; a box asked for twice stands once. */
async function ListedItems({ found }: { found: OwnCase }) {
  const t = await getTranslations('applications.correction')
  const facts = declaredFactsOf(found)
  const shown = new Set<string>()
  const items = (found.notice?.items ?? []).flatMap(({ field, what }) => {
    if (!isCorrectableField(field)) return []
    const boxes = factsToCorrect({ fields: [field], facts }).filter(fact => !shown.has(fact))
    for (const fact of boxes) shown.add(fact)
    return [{ field, what, boxes }]
  })
  return items.map(({ field, what, boxes }) => (
    <section key={field} className="flow">
      <Notice title={t(`field.${field}`)} tone="warn">
        <p>
          <span className="text-ink-soft">{t('office')}</span> {what}
        </p>
      </Notice>
      {boxes.map(fact => (
        <FactField key={fact} fact={fact} value={facts[fact]} />
      ))}
    </section>
  ))
}
