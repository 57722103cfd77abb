import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type FirstStep, findFirstStep } from '@/lib/identity'
import { service } from '../_service'
import { currentSecret, pathOrHome } from './viewer'

/** The member of staff who is between password and second factor in this browser, or null. */
export const currentFirstStep = cache(async (): Promise<FirstStep | null> => {
  const secret = await currentSecret()
  return secret ? findFirstStep(secret, service()) : null
})

/** The same; anybody else is sent to the beginning. */
export async function requireFirstStep({ back }: { back: string }): Promise<FirstStep> {
  const firstStep = await currentFirstStep()
  if (firstStep) return firstStep
  redirect(`/staff/sign-in?${new URLSearchParams({ back: pathOrHome(back) })}`)
}

const pages = {
  password: '/staff/sign-in/password',
  setUp: '/staff/sign-in/set-up',
  secondFactor: '/staff/sign-in/second-step',
} as const

/** The next page of signing in: an own password, a factor to set up, or one to show. */
export function nextStepOf(
  firstStep: Pick<FirstStep, 'hasInitialPassword' | 'hasFactor'>,
): keyof typeof pages {
  if (firstStep.hasInitialPassword) return 'password'
  return firstStep.hasFactor ? 'secondFactor' : 'setUp'
}

/** A page of signing in, with the way back to where the person was going. */
export function addressOfStep(step: keyof typeof pages, { back }: { back: string }): string {
  return `${pages[step]}?${new URLSearchParams({ back: pathOrHome(back) })}`
}
