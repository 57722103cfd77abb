import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/page'
import { hasTimeMachine, staffMembers } from '@/lib/administration'
import { publishedOffices } from '@/lib/applications'
import { certificatesWaiting } from '@/lib/certificates'
import { publishedCalendarYears } from '@/lib/deadlines'
import { publishedReasons } from '@/lib/decisions'
import { service } from '../../_service'
import { StaffHeader } from '../_parts/staff-header'
import { adminPages } from './_room/addresses'
import { openRoom } from './_room/open-room'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('title') }
}

/** What an administrator wants here: the way to what has to be kept up to date. */
export default async function AdministrationPage() {
  const room = await openRoom(adminPages.home)
  if ('refusal' in room) return room.refusal
  const { db } = service()
  const [t, offices, members, reasons, years, waiting] = await Promise.all([
    getTranslations('admin'),
    publishedOffices(db),
    staffMembers(db),
    publishedReasons(db),
    publishedCalendarYears(db),
    certificatesWaiting(db),
  ])
  const active = members.filter(({ active: isActive }) => isActive).length
  const rooms = [
    ['offices', t('room.officesText', { count: offices.length })],
    ['staff', t('room.staffText', { count: active })],
    ['reasons', t('room.reasonsText', { count: reasons.length })],
    ['limits', t('room.limitsText')],
    // A year is a name, not an amount: never 2,026.
    ['calendar', t('room.calendarText', { year: String(years[0]?.year ?? '') })],
    ['messages', t('room.messagesText')],
    ['characters', t('room.charactersText', { count: waiting.length })],
    ...(hasTimeMachine() ? [['clock', t('room.clockText')] as const] : []),
  ] as const
  return (
    <>
      <StaffHeader viewer={room.viewer} path={adminPages.home} />
      <Page title={t('title')} lead={<span className="text-base">{t('lead')}</span>}>
        <ul className="border-t border-line">
          {rooms.map(([name, text]) => (
            <li key={name} className="border-b border-line py-2.5">
              <a href={adminPages[name]} className="link-target font-bold">
                {t(`room.${name}`)}
              </a>
              <span className="block text-ink-soft">{text}</span>
            </li>
          ))}
        </ul>
      </Page>
    </>
  )
}
