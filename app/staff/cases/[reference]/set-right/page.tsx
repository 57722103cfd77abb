import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { TextArea } from '@/components/text-area'
import { groundsToSetRight } from '@/lib/decisions'
import { caseAddress, oneOf } from '../../../_parts/addresses'
import { ActionPage } from '../../_case/action-page'
import { CaseDecision } from '../../_case/case-decision'
import { openCase } from '../../_case/open-case'
import { setRight } from './set-right'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.setRight')
  return { title: t('title') }
}

/** What a supervisor wants here: to register somebody who was wrongly refused, and say on what ground. */
export default async function SetRightPage({
  params,
  searchParams,
}: PageProps<'/staff/cases/[reference]/set-right'>) {
  const opened = await openCase({ typed: (await params).reference, page: 'set-right', action: 'set-right' })
  if ('refusal' in opened) return opened.refusal
  const [t, { ground }] = await Promise.all([getTranslations('staff.setRight'), searchParams])
  const known = oneOf(groundsToSetRight, ground)
  return (
    <ActionPage opened={opened} title={t('title')} lead={t('lead')}>
      <KeptForm
        action={setRight}
        keeps="set-right"
        page={caseAddress({ reference: opened.reference, page: 'set-right' })}
      >
        <input type="hidden" name="reference" value={opened.reference} />
        <ChoiceField
          name="ground"
          label={t('ground')}
          {...(known && { defaultValue: known })}
          choices={groundsToSetRight.map(ground => ({ value: ground, label: t(`grounds.${ground}`) }))}
        />
        <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={4} />
        <Button>{t('send')}</Button>
      </KeptForm>
      <CaseDecision found={opened.found} />
    </ActionPage>
  )
}
