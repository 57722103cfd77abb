import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { SummaryList } from '@/components/summary-list'
import { Tag } from '@/components/tag'
import { findStaffMember } from '@/lib/administration'
import { service } from '../../../../_service'
import { StepUp } from '../../../_factor/step-up'
import { oneOf } from '../../../_parts/addresses'
import { adminPages, memberAddress } from '../../_room/addresses'
import { AdminPage } from '../../_room/admin-page'
import { openRoom } from '../../_room/open-room'
import { PostFields } from '../_parts/post-fields'
import { AccountForms } from './account-forms'
import { change } from './change'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.staff')
  return { title: t('title') }
}

/** What an administrator wants here: to change what somebody may do, or to end their account at once. */
export default async function MemberPage({ params, searchParams }: PageProps<'/staff/admin/staff/[number]'>) {
  const { number } = await params
  const staffNumber = decodeURIComponent(number)
  const path = memberAddress({ staffNumber })
  const room = await openRoom(path)
  if ('refusal' in room) return room.refusal
  const member = await findStaffMember(service().db, { staffNumber })
  if (!member) notFound()
  const t = await getTranslations('admin.staff')
  const done = oneOf(['saved', 'endedDone'], (await searchParams).done)
  const isOwn = member.id === room.viewer.staffId
  return (
    <AdminPage
      viewer={room.viewer}
      path={path}
      title={t('member', { name: member.name, number: staffNumber })}
      back={{ href: adminPages.staff, label: t('title') }}
      done={done && t(done)}
    >
      <SummaryList
        rows={[
          { term: t('signInName'), value: member.signInName },
          {
            term: t('state'),
            value: <Tag tone={member.active ? 'ok' : 'neutral'}>{t(member.active ? 'active' : 'ended')}</Tag>,
          },
        ]}
      />
      {isOwn ? (
        <p>{t('yourself')}</p>
      ) : (
        <>
          {member.active && (
            <section className="flow">
              <h2>{t('post')}</h2>
              <p className="text-ink-soft">{t('postNote')}</p>
              <ActionForm action={change}>
                <input type="hidden" name="staffNumber" value={staffNumber} />
                <PostFields role={member.role} officeCodes={member.officeCodes} email={member.email} />
                <StepUp viewer={room.viewer} of="change" />
                <Button>{t('save')}</Button>
              </ActionForm>
            </section>
          )}
          <AccountForms viewer={room.viewer} member={member} />
        </>
      )}
    </AdminPage>
  )
}
