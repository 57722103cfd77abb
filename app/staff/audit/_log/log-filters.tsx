import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { SelectField } from '@/components/select-field'
import { TextField } from '@/components/text-field'
import { isLoggedAction, logOfAction } from '@/lib/audit'
import type { LogField, LogQuery } from './log-query'

/** The search as a form that leads to an address, so that a search can be kept and sent to a colleague. */
export function LogFilters({ query: { typed, wrong } }: { query: LogQuery }) {
  const t = useTranslations('audit')
  const problem = (field: LogField) => (wrong.includes(field) ? { error: t(`wrong.${field}`) } : {})
  const actions = Object.keys(logOfAction).filter(isLoggedAction)
  const choices = (['application_events', 'audit_events'] as const).map(log => ({
    label: t(`log.${log}`),
    choices: actions
      .filter(action => logOfAction[action] === log)
      .map(action => ({ value: action, label: t(`action.${action}`) })),
  }))
  return (
    <form action="/staff/audit" className="flow-small">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          name="reference"
          label={t('reference')}
          defaultValue={typed.reference}
          {...problem('reference')}
        />
        <TextField
          name="staffNumber"
          label={t('staffNumber')}
          defaultValue={typed.staffNumber}
          {...problem('staffNumber')}
        />
        <SelectField
          name="action"
          label={t('actionLabel')}
          placeholder={t('anyAction')}
          choices={choices}
          defaultValue={typed.action}
          {...problem('action')}
        />
        <TextField name="from" type="date" label={t('from')} defaultValue={typed.from} {...problem('from')} />
        <TextField
          name="until"
          type="date"
          label={t('until')}
          defaultValue={typed.until}
          {...problem('until')}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pt-2">
        <Button>{t('search')}</Button>
        <a href="/staff/audit">{t('everything')}</a>
      </div>
    </form>
  )
}
