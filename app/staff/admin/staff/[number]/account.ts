'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/form-state'
import {
  type ChangeStaffFailure,
  deactivateStaffMember,
  reactivateStaffMember,
  renewStaffPassword,
} from '@/lib/administration'
import type { StaffViewer } from '@/lib/identity'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { requireStaff } from '../../../../_session/viewer'
import { memberAddress, withDone } from '../../_room/addresses'

/** Ends an account and all its sessions. */
export const end = guardedAction('end an account', async form => {
  const asked = await memberOfForm(form)
  const ended = await deactivateStaffMember(asked, service())
  return ended.ok ? redirect(withDone(memberAddress(asked), 'endedDone')) : whyNot(ended.failure)
})

/** Gives an account back; the page answers with its new password. */
export const comeBack = guardedAction('give an account back', async form => {
  const given = await reactivateStaffMember(await memberOfForm(form), service())
  return given.ok ? shownOnce(given.value) : whyNot(given.failure)
})

/** Sets a new password; the page answers with it. */
export const renew = guardedAction('set a new password', async form => {
  const renewed = await renewStaffPassword(await memberOfForm(form), service())
  return renewed.ok ? shownOnce(renewed.value) : whyNot(renewed.failure)
})

async function memberOfForm(form: FormData): Promise<{ viewer: StaffViewer; staffNumber: string }> {
  const staffNumber = textOf({ form, field: 'staffNumber' }).slice(0, 60)
  return { staffNumber, viewer: await requireStaff({ back: memberAddress({ staffNumber }) }) }
}

function shownOnce({ initialPassword }: { initialPassword: string }): FormState {
  return { errors: [], values: { initialPassword } }
}

async function whyNot(failure: ChangeStaffFailure): Promise<FormState> {
  const t = await getTranslations('admin')
  const message = failure === 'not-your-role' ? t('typedFailure.notYourRole') : t(`staff.failure.${failure}`)
  return { errors: [{ field: '', message }], values: {} }
}
