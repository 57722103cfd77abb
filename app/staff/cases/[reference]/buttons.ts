'use server'

import { redirect } from 'next/navigation'
import { claimCase, releaseCase } from '@/lib/applications'
import { registerApplication } from '@/lib/decisions'
import { service } from '../../../_service'
import { guardedSubmit } from '../../../_session/guarded-action'
import { caseAddress } from '../../_parts/addresses'
import { queueAddress } from '../../_queue/queue-address'
import { caseOfForm } from '../_case/case-of-form'

/** Registers the case and issues its certificate: one click, which nothing undoes. */
export const register = guardedSubmit('register a case', async form => {
  const { reference, viewer } = await caseOfForm(form)
  const registered = await registerApplication({ reference, viewer }, service())
  redirect(
    caseAddress({ reference, ...(registered.ok ? { done: 'registered' } : { failed: registered.failure }) }),
  )
})

/** Takes the case for oneself; a supervisor takes it over. */
export const claim = guardedSubmit('claim a case', async form => {
  const { reference, viewer } = await caseOfForm(form)
  const claimed = await claimCase({ reference, viewer }, service())
  redirect(caseAddress({ reference, ...(claimed.ok ? { done: 'claimed' } : { failed: claimed.failure }) }))
})

/** Lets go of the case, so that a colleague finds it free. */
export const release = guardedSubmit('release a case', async form => {
  const { reference, viewer } = await caseOfForm(form)
  const released = await releaseCase({ reference, viewer }, service())
  redirect(
    released.ok ? queueAddress({ done: 'released' }) : caseAddress({ reference, failed: released.failure }),
  )
})
