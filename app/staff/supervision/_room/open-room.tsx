import { getTranslations } from 'next-intl/server'
import type { ReactElement } from 'react'
import type { StaffViewer } from '@/lib/identity'
import { maySupervise } from '@/lib/supervision'
import { requireStaff } from '../../../_session/viewer'
import { CalmPage } from '../../_parts/calm-page'

/** Lets supervisors and the county in; tells others where their own work is. */
export async function openRoom(path: string): Promise<{ viewer: StaffViewer } | { refusal: ReactElement }> {
  const viewer = await requireStaff({ back: path })
  if (maySupervise({ viewer })) return { viewer }
  const t = await getTranslations('supervision.notYourRole')
  return {
    refusal: (
      <CalmPage because="not-permitted" viewer={viewer} path={path} title={t('title')}>
        <p>{t('text')}</p>
      </CalmPage>
    ),
  }
}
