import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { DataRow, DataTable } from '@/components/data-table'
import { officeName } from '@/components/office-name'
import { Tag } from '@/components/tag'
import { hasOffices, type StaffMember, staffMembers } from '@/lib/administration'
import { publishedOffices } from '@/lib/applications'
import { service } from '../../../_service'
import { adminPages, memberAddress } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.staff')
  return { title: t('title') }
}

/** What an administrator wants here: to see who has an account, add one, and find the one to change. */
export default async function StaffPage() {
  const room = await openRoom(adminPages.staff)
  if ('refusal' in room) return room.refusal
  const { db } = service()
  const [t, role, locale, members, offices] = await Promise.all([
    getTranslations('admin.staff'),
    getTranslations('staff.role'),
    getLocale(),
    staffMembers(db),
    publishedOffices(db),
  ])
  const names = new Map(offices.map(office => [office.code, officeName({ office, locale })]))
  const officesOf = ({ role: post, officeCodes }: StaffMember) => {
    const [first, ...others] = officeCodes
    if (!first || !hasOffices(post)) return t('allCity')
    const name = names.get(first) ?? first
    return others.length > 0 ? t('manyOffices', { name, count: officeCodes.length }) : name
  }
  const head = [t('number'), t('name'), t('signInName'), t('role'), t('offices'), t('state')]
  return (
    <AdminPage viewer={room.viewer} path={adminPages.staff} title={t('title')} width="wide">
      <ButtonLink href={adminPages.newStaff}>{t('add')}</ButtonLink>
      <DataTable stacks caption={t('caption')} head={head}>
        {members.map(member => (
          <DataRow
            key={member.id}
            cells={[
              <a key="number" href={memberAddress(member)} className="whitespace-nowrap">
                {member.staffNumber}
              </a>,
              <span key="name" className="whitespace-nowrap">
                {member.name}
              </span>,
              <span key="signInName" className="break-all">
                {member.signInName}
              </span>,
              <span key="role" className="whitespace-nowrap">
                {role(member.role)}
              </span>,
              <span key="offices" className="block sm:min-w-[12rem]">
                {officesOf(member)}
              </span>,
              <Tag key="state" tone={member.active ? 'ok' : 'neutral'}>
                {t(member.active ? 'active' : 'ended')}
              </Tag>,
            ]}
          />
        ))}
      </DataTable>
    </AdminPage>
  )
}
