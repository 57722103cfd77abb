import { useTranslations } from 'next-intl'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Notice } from '@/components/notice'
import { SummaryList } from '@/components/summary-list'
import { TextArea } from '@/components/text-area'
import { type ComplaintForStaff, complaintOutcomes } from '@/lib/complaints'
import { ForChoice, TwoSteps, Typed } from '../../../_parts/two-steps'
import { SendButtons } from '../../_case/send-buttons'
import { answer } from './answer'

/** The answer in two steps: write it, then see exactly what the applicant will read. */
export function AnswerForm({ found: { application }, path }: { found: ComplaintForStaff; path: string }) {
  const t = useTranslations('complaints')
  const outcomeWords = Object.fromEntries(
    complaintOutcomes.map(outcome => [outcome, t(`outcome.${outcome}`)]),
  )
  return (
    <section className="flow">
      <h2>{t('staff.answerTitle')}</h2>
      <KeptForm action={answer} keeps="answer-complaint" page={path}>
        <input type="hidden" name="reference" value={application.reference} />
        <TwoSteps
          fields={['outcome', 'answer']}
          write={
            <>
              <ChoiceField
                name="outcome"
                label={t('staff.outcomeLabel')}
                choices={complaintOutcomes.map(outcome => ({
                  value: outcome,
                  label: t(`outcome.${outcome}`),
                  hint: t(`staff.${outcome}Hint`),
                }))}
              />
              <TextArea name="answer" label={t('staff.answerLabel')} hint={t('staff.answerHint')} rows={6} />
              <Button name="step" value="preview">
                {t('staff.preview')}
              </Button>
            </>
          }
          preview={
            <>
              <Notice title={t('staff.previewTitle')}>
                <SummaryList
                  rows={[
                    {
                      term: t('resident.outcome'),
                      value: <ForChoice name="outcome" of={outcomeWords} />,
                    },
                    { term: t('resident.answer'), value: <Typed name="answer" /> },
                  ]}
                />
              </Notice>
              <SendButtons send={t('staff.send')} change={t('staff.change')} />
            </>
          }
        />
      </KeptForm>
    </section>
  )
}
