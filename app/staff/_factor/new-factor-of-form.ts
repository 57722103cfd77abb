import { getTranslations } from 'next-intl/server'
import type { FieldError } from '@/components/form-state'
import { askForNewPasskey, type NewFactor, readOneTimeCode } from '@/lib/identity'
import { readTypedText } from '@/lib/platform/typed-text'
import { service } from '../../_service'
import { textOf } from '../../_session/guarded-action'
import { sayFactorFailure } from './say-factor-failure'

const longestName = 30

type Person = { staffId: string; sessionId: string; signInName: string }
type Read =
  | { factor: NewFactor; field: string }
  | { errors: FieldError[] }
  /** The device is to be asked first. */
  | { passkeyOptions: string }

/** The factor that a form brings: the first code of an app, or a named passkey, for which the device is asked. */
export async function newFactorOfForm({ form, person }: { form: FormData; person: Person }): Promise<Read> {
  if (!form.has('deviceName')) {
    const code = readOneTimeCode(textOf({ form, field: 'firstCode' }))
    if (code.ok) return { factor: { kind: 'code', code: code.value }, field: 'firstCode' }
    return { errors: [{ field: 'firstCode', message: await sayFactorFailure(code) }] }
  }
  const name = await nameOfDevice(form)
  if ('errors' in name) return name
  const answer = textOf({ form, field: 'passkeyAnswer' })
  if (answer) return { factor: { kind: 'passkey', answer, name: name.text }, field: 'deviceName' }
  const shell = await getTranslations('shell.name')
  return {
    passkeyOptions: await askForNewPasskey(service().db, {
      ...person,
      account: person.signInName,
      service: shell('staff'),
    }),
  }
}

async function nameOfDevice(form: FormData): Promise<{ text: string } | { errors: FieldError[] }> {
  const name = readTypedText({ raw: textOf({ form, field: 'deviceName' }), maximumLength: longestName })
  const typed = await getTranslations('staff.typed')
  if (!name.ok)
    return { errors: [{ field: 'deviceName', message: typed(name.failure, { count: longestName }) }] }
  if (name.value) return { text: name.value }
  const message = await sayFactorFailure({ failure: 'name-missing', details: {} })
  return { errors: [{ field: 'deviceName', message }] }
}
