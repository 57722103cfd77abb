import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { colleaguesOf, officerLoad } from '@/lib/supervision'
import { service } from '../../../../_service'
import { ActionPage } from '../../../cases/_case/action-page'
import { openCase } from '../../../cases/_case/open-case'
import { reassignAddress } from '../../_room/addresses'
import { openRoom } from '../../_room/open-room'
import { reassign } from './reassign'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('supervision.reassign')
  return { title: t('title') }
}

/** What a supervisor wants here: to give a case to somebody who can decide it in time. */
export default async function ReassignPage({ params }: PageProps<'/staff/supervision/reassign/[reference]'>) {
  const { reference: typed } = await params
  const room = await openRoom(reassignAddress({ reference: typed }))
  if ('refusal' in room) return room.refusal
  const opened = await openCase({ typed, action: 'transfer' })
  if ('refusal' in opened) return opened.refusal
  const { db } = service()
  const { viewer, found, reference } = opened
  const [t, role, colleagues, loads] = await Promise.all([
    getTranslations('supervision.reassign'),
    getTranslations('staff.role'),
    colleaguesOf(db, { officeCode: found.office.code }),
    officerLoad({ viewer }, { db }),
  ])
  const holder = found.holder ?? found.firstContact
  const choices = colleagues
    .filter(({ id }) => id !== found.application.claimedById)
    .map(({ staffNumber, name, role: post }) => ({
      value: staffNumber,
      label: name,
      hint: `${role(post)} · ${t('inHand', { count: openCasesOf(loads, staffNumber) })}`,
    }))
  return (
    <ActionPage opened={opened} title={t('title')} lead={t('lead')}>
      <p>{holder ? t('now', { name: holder }) : t('nobody')}</p>
      <ActionForm action={reassign}>
        <input type="hidden" name="reference" value={reference} />
        <ChoiceField name="colleague" label={t('to')} choices={choices} />
        <Button>{t('send')}</Button>
      </ActionForm>
    </ActionPage>
  )
}

function openCasesOf(loads: Awaited<ReturnType<typeof officerLoad>>, staffNumber: string): number {
  return loads.find(({ person }) => person?.staffNumber === staffNumber)?.open ?? 0
}
