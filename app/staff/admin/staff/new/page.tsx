import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { INITIAL_PASSWORD_DAYS } from '@/lib/identity'
import { StepUp } from '../../../_factor/step-up'
import { adminPages } from '../../_room/addresses'
import { AdminPage } from '../../_room/admin-page'
import { openRoom } from '../../_room/open-room'
import { PostFields } from '../_parts/post-fields'
import { ShownOnce } from '../_parts/shown-once'
import { add } from './add'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.staff')
  return { title: t('add') }
}

/** What an administrator wants here: to give a new colleague an account, and the password to hand over. */
export default async function NewMemberPage() {
  const room = await openRoom(adminPages.newStaff)
  if ('refusal' in room) return room.refusal
  const t = await getTranslations('admin.staff')
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.newStaff}
      title={t('add')}
      lead={t('addLead')}
      back={{ href: adminPages.staff, label: t('title') }}
    >
      <ActionForm action={add}>
        <ShownOnce
          title={t('created')}
          label={t('password')}
          nameLabel={t('handedTo')}
          warning={t('passwordOnce', { days: INITIAL_PASSWORD_DAYS })}
          after={
            <p>
              <a href={adminPages.staff}>{t('toAll')}</a>
            </p>
          }
        >
          <div className="flow">
            {/* Nothing is cut in the browser: what is too long is said, not kept in part. */}
            <TextField name="name" label={t('namePrompt')} hint={t('nameHint')} />
            <TextField name="staffNumber" label={t('number')} hint={t('numberHint')} />
            <TextField name="signInName" label={t('signInName')} hint={t('signInNameHint')} />
            <PostFields />
            <TextField name="idNumber" label={t('idNumber')} hint={t('idNumberHint')} optional />
            <StepUp viewer={room.viewer} of="add" />
            <Button>{t('create')}</Button>
          </div>
        </ShownOnce>
      </ActionForm>
    </AdminPage>
  )
}
