import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { sayMoment } from '@/components/say-moment'
import { SelectField } from '@/components/select-field'
import { TextArea } from '@/components/text-area'
import { type PossibleExtension, possibleExtensions } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { requireStaff } from '../../../../_session/viewer'
import { ActionPage } from '../../_case/action-page'
import { ExtensionRequest } from '../../_case/extension-request'
import { openCase } from '../../_case/open-case'
import { decline } from './decline'
import { extend } from './extend'
import { requestMoreTime } from './request-more-time'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.extension')
  return { title: t('title') }
}

/**
 * What a supervisor wants here: to give a case more time, once, seeing to which date each extension leads, or
 * to decline an officer's request; what an officer wants: to ask for it.
 */
export default async function ExtensionPage({ params }: PageProps<'/staff/cases/[reference]/extension'>) {
  const viewer = await requireStaff()
  const isSupervisor = viewer.role === 'supervisor'
  const opened = await openCase({
    typed: (await params).reference,
    page: 'extension',
    action: isSupervisor ? 'extend' : 'request-extension',
  })
  if ('refusal' in opened) return opened.refusal
  const { found, reference } = opened
  const t = await getTranslations('staff.extension')
  const possible = found.runningClock
    ? await possibleExtensions({ deadline: found.runningClock }, service())
    : []
  const request = isSupervisor ? found.extensionRequest : null
  if (possible.length === 0) {
    return (
      <ActionPage opened={opened} title={t('title')}>
        <Notice>
          <p>{t('noRoom')}</p>
        </Notice>
      </ActionPage>
    )
  }
  return (
    <ActionPage opened={opened} title={t('title')} lead={t(isSupervisor ? 'leadGrant' : 'leadRequest')}>
      <ExtensionRequest found={found} />
      <KeptForm action={isSupervisor ? extend : requestMoreTime} keeps="extension" page={opened.path}>
        <input type="hidden" name="reference" value={reference} />
        <SelectField
          name="days"
          label={t('days')}
          hint={t('daysHint')}
          placeholder={t('choose')}
          choices={await Promise.all(possible.map(one => asChoice({ possible: one, now: found.now })))}
          {...(request && { defaultValue: String(request.workingDays) })}
        />
        <TextArea
          name="reason"
          label={t('reason')}
          hint={t(isSupervisor ? 'reasonHintGrant' : 'reasonHintRequest')}
          rows={4}
          {...(request && { defaultValue: request.reason })}
        />
        <Button>{t(isSupervisor ? 'grant' : 'request')}</Button>
      </KeptForm>
      {request && (
        <section className="flow border-t border-line pt-5">
          <h2>{t('declineTitle')}</h2>
          <KeptForm action={decline} keeps="decline-extension" page={opened.path}>
            <input type="hidden" name="reference" value={reference} />
            <TextArea name="note" label={t('note')} rows={3} />
            <Button kind="secondary">{t('decline')}</Button>
          </KeptForm>
        </section>
      )}
    </ActionPage>
  )
}

/** 2 个工作日，到 12月1日 周二 17:30 */
async function asChoice({ possible, now }: { possible: PossibleExtension; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('staff.extension'), getLocale()])
  const when = sayMoment({ instant: possible.dueAt, now, locale })
  const count = possible.workingDays
  return {
    value: String(count),
    label: t(possible.provisional ? 'oneProvisional' : 'one', { count, when }),
  }
}
