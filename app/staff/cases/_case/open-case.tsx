import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactElement } from 'react'
import { readReference } from '@/lib/applications'
import { type CaseAction, whyNotNow } from '@/lib/decisions'
import type { StaffViewer } from '@/lib/identity'
import { factsOf, findCase, recordRefusalOfCase, type StaffCase } from '@/lib/supervision'
import { service, serviceForViewer } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { type CasePage, caseAddress } from '../../_parts/addresses'
import { CalmPage } from '../../_parts/calm-page'
import { placeOfRole } from '../../_parts/place-of-role'

export type OpenedCase = { viewer: StaffViewer; found: StaffCase; reference: string; path: string }

/**
 * Opens a case for the person who asks, or answers with the page that says why not: another office's, one to
 * which they are a party, not for their role. With `action` the page is for that action only, and says so
 * when it is not open now.
 */
export async function openCase({
  typed,
  page,
  action,
}: {
  typed: string
  page?: CasePage
  action?: CaseAction
}): Promise<OpenedCase | { refusal: ReactElement }> {
  const read = readReference(typed)
  if (!read.ok) notFound()
  const reference = read.value
  const path = caseAddress({ reference, ...(page && { page }) })
  const viewer = await requireStaff({ back: path })
  const opened = await findCase({ reference, viewer }, serviceForViewer())
  const t = await getTranslations('staff')
  if (!opened.ok) {
    if (opened.failure === 'case-not-found') notFound()
    const why = opened.failure
    await recordRefusalOfCase({ reference, viewer, why }, service())
    return {
      refusal: (
        <CalmPage because="not-permitted" viewer={viewer} path={path} title={t(`refused.${why}.title`)}>
          <p>{t(`refused.${why}.text`)}</p>
          <p>
            <a href={placeOfRole[viewer.role]}>{t('refused.back')}</a>
          </p>
        </CalmPage>
      ),
    }
  }
  const found = opened.value
  const why = action && whyNotNow({ action, facts: factsOf(found), viewer, now: found.now })
  if (!why) return { viewer, found, reference, path }
  return {
    refusal: (
      <CalmPage
        because="not-now"
        viewer={viewer}
        path={path}
        title={t('notNow.title', { action: t(`action.${action}`) })}
        back={{ href: caseAddress({ reference }), label: reference }}
      >
        <p>{t(`whyNot.${why}`, { name: found.holder ?? '' })}</p>
      </CalmPage>
    ),
  }
}
