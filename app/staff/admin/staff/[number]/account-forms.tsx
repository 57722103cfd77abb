import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button, type ButtonKind } from '@/components/button'
import type { FormState } from '@/components/form-state'
import { INITIAL_PASSWORD_DAYS, type StaffViewer } from '@/lib/identity'
import { StepUp } from '../../../_factor/step-up'
import { memberAddress } from '../../_room/addresses'
import { ShownOnce } from '../_parts/shown-once'
import { comeBack, end, renew } from './account'

type AccountFormsProps = {
  viewer: StaffViewer
  member: { staffNumber: string; signInName: string; email: string | null; active: boolean }
}

/** Ends an account or gives it back, and sets a new password. */
export async function AccountForms({ viewer, member }: AccountFormsProps) {
  const t = await getTranslations('admin.staff')
  const { staffNumber, signInName } = member
  const once = {
    password: t('password'),
    nameLabel: t('handedTo'),
    warning: t('passwordOnce', { days: INITIAL_PASSWORD_DAYS }),
    after: t('toMember'),
  }
  const shared = { viewer, staffNumber, signInName, ...once }
  if (!member.active) {
    return (
      <AccountForm
        {...shared}
        action={comeBack}
        of="come-back"
        title={t('backTitle')}
        text={t('backText')}
        button={t('comeBack')}
        done={t('cameBack')}
        kind="primary"
      />
    )
  }
  return (
    <>
      <AccountForm
        {...shared}
        action={renew}
        of="renew"
        title={t('renewTitle')}
        text={t(member.email ? 'renewTextTold' : 'renewText')}
        button={t('renew')}
        done={t('renewed')}
        kind="secondary"
      />
      <AccountForm
        {...shared}
        action={end}
        of="end"
        title={t('endTitle')}
        text={t('endText')}
        button={t('end')}
        done=""
        kind="stop"
      />
    </>
  )
}

type AccountFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Which form of the page it is. */
  of: string
  viewer: StaffViewer
  staffNumber: string
  signInName: string
  title: string
  text: string
  button: string
  kind: ButtonKind
  /** Above the new password, where the action makes one. */
  done: string
  password: string
  nameLabel: string
  warning: string
  after: string
}

function AccountForm({
  action,
  of,
  viewer,
  staffNumber,
  signInName,
  title,
  text,
  button,
  kind,
  ...once
}: AccountFormProps) {
  return (
    <section className="flow-small border-t border-line pt-5">
      <h2>{title}</h2>
      <p className="text-ink-soft">{text}</p>
      <ActionForm action={action}>
        <input type="hidden" name="staffNumber" value={staffNumber} />
        <ShownOnce
          title={once.done}
          label={once.password}
          nameLabel={once.nameLabel}
          signInName={signInName}
          warning={once.warning}
          after={
            <p>
              <a href={memberAddress({ staffNumber })}>{once.after}</a>
            </p>
          }
        >
          <div className="flow">
            <StepUp viewer={viewer} of={of} />
            <Button kind={kind}>{button}</Button>
          </div>
        </ShownOnce>
      </ActionForm>
    </section>
  )
}
