import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { reasonInLanguage } from '@/app/_case/reason-in-language'
import { KeptForm } from '@/app/_session/kept-form'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextArea } from '@/components/text-area'
import { TickField } from '@/components/tick-field'
import { allReasonVersions, reasonTexts } from '@/lib/administration'
import { service } from '../../../../_service'
import { StepUp } from '../../../_factor/step-up'
import { adminPages, reasonAddress } from '../../_room/addresses'
import { AdminPage } from '../../_room/admin-page'
import { openRoom } from '../../_room/open-room'
import { publish } from './publish'
import { retire } from './retire'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.reason')
  return { title: t('edit') }
}

/** What an administrator wants here: to say a reason better, or to take it out of the catalogue. */
export default async function ReasonPage({ params }: PageProps<'/staff/admin/reasons/[code]'>) {
  const { code } = await params
  const path = reasonAddress({ code })
  const room = await openRoom(path)
  if ('refusal' in room) return room.refusal
  const [t, locale, reasons] = await Promise.all([
    getTranslations('admin.reason'),
    getLocale(),
    allReasonVersions(service().db),
  ])
  const latest = reasons.find(reason => reason.code === code)
  if (!latest) notFound()
  const { title } = reasonInLanguage({ reason: latest, locale })
  return (
    <AdminPage
      viewer={room.viewer}
      path={path}
      title={t('newTitle', { name: title })}
      lead={latest.retiredAt ? t('alreadyRetired') : t('newLead', { version: latest.version })}
      back={{ href: adminPages.reasons, label: t('title') }}
    >
      <KeptForm action={publish} keeps="publish-reason" page={path}>
        <input type="hidden" name="code" value={code} />
        {reasonTexts.map(name => (
          <TextArea
            key={name}
            name={name}
            label={t(`text.${name}`)}
            defaultValue={latest[name]}
            rows={name.startsWith('title') ? 1 : 3}
          />
        ))}
        <TickField
          name="needsCorrectionNotice"
          label={t('needsCorrectionNotice')}
          defaultChecked={latest.needsCorrectionNotice}
        />
        <TickField name="needsHearing" label={t('needsHearing')} defaultChecked={latest.needsHearing} />
        <StepUp viewer={room.viewer} of="publish" />
        <Button>{t('publish')}</Button>
      </KeptForm>
      {!latest.retiredAt && (
        <section className="flow-small border-t border-line pt-5">
          <h2>{t('retireTitle')}</h2>
          <p className="text-ink-soft">{t('retireText')}</p>
          <ActionForm action={retire}>
            <input type="hidden" name="code" value={code} />
            <StepUp viewer={room.viewer} of="retire" />
            <Button kind="stop">{t('retire')}</Button>
          </ActionForm>
        </section>
      )}
    </AdminPage>
  )
}
