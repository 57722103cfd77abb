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
import { askForStepUp, takeStepUp } from '../../../_factor/step-up-of-form'
import { memberAddress, withDone } from '../../_room/addresses'

type Asked = { viewer: StaffViewer; staffNumber: string }

/** Ends an account and all its sessions. */
export const end = guardedAction('end an account', form =>
  onMember(form, async asked => {
    const ended = await deactivateStaffMember(asked, service())
    return ended.ok ? redirect(withDone(memberAddress(asked), 'endedDone')) : ended.failure
  }),
)

/** Gives an account back; the page answers with its new password. */
export const comeBack = guardedAction('give an account back', form =>
  onMember(form, async asked => {
    const given = await reactivateStaffMember(asked, service())
    return given.ok ? shownOnce(given.value) : given.failure
  }),
)

/** Sets a new password; the page answers with it. */
export const renew = guardedAction('set a new password', form =>
  onMember(form, async asked => {
    const renewed = await renewStaffPassword(asked, service())
    return renewed.ok ? shownOnce(renewed.value) : renewed.failure
  }),
)

/** The frame of these actions: whose account, by whom, and the second factor again where it is too long ago. */
async function onMember(
  form: FormData,
  run: (asked: Asked) => Promise<FormState | ChangeStaffFailure>,
): Promise<FormState> {
  const asked = await memberOfForm(form)
  const { viewer } = asked
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const answer = await run(asked)
  if (answer === 'second-factor-needed') return askForStepUp({ form, viewer })
  return typeof answer === 'string' ? whyNot(answer) : answer
}

async function memberOfForm(form: FormData): Promise<Asked> {
  const staffNumber = textOf({ form, field: 'staffNumber', longest: 60 })
  return { staffNumber, viewer: await requireStaff({ back: memberAddress({ staffNumber }) }) }
}

function shownOnce({ initialPassword }: { initialPassword: string }): FormState {
  return { errors: [], values: { initialPassword } }
}

async function whyNot(failure: Exclude<ChangeStaffFailure, 'second-factor-needed'>): Promise<FormState> {
  const t = await getTranslations('admin')
  const message = failure === 'not-your-role' ? t('typedFailure.notYourRole') : t(`staff.failure.${failure}`)
  return { errors: [{ field: '', message }], values: {} }
}
