import { getTranslations } from 'next-intl/server'
import type { ReactElement } from 'react'
import { mayAdministrate, type StaffViewer } from '@/lib/identity'
import { requireStaff } from '../../../_session/viewer'
import { CalmPage } from '../../_parts/calm-page'

/** Lets administrators in; tells others where their own work is. */
export async function openRoom(path: string): Promise<{ viewer: StaffViewer } | { refusal: ReactElement }> {
  const viewer = await requireStaff({ back: path })
  if (mayAdministrate({ viewer })) return { viewer }
  const t = await getTranslations('admin.notYourRole')
  return {
    refusal: (
      <CalmPage because="not-permitted" viewer={viewer} path={path} title={t('title')}>
        <p>{t('text')}</p>
      </CalmPage>
    ),
  }
}
