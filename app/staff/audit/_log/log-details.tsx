import { useLocale, useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CivilDate, Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { isLoggedAction, type LogEntry, type NamesInDetails } from '@/lib/audit'
import { isCivilDate } from '@/lib/platform/civil-date'

type LogDetailsProps = { details: LogEntry['details']; names: NamesInDetails; now: Date }

/** What a row of the log says beside what was done, in words: 移送到 团城山街道办事处. */
export function LogDetails({ details, names, now }: LogDetailsProps) {
  const t = useTranslations('audit-details')
  const words = useWords()
  const shown = Object.entries(details).filter(([, value]) => value !== null && value !== '')
  if (shown.length === 0) return null
  return (
    <ul className="text-small break-words text-ink-soft">
      {shown.map(([name, value]) => (
        <li key={name}>
          {words.key[name] ?? name}
          {t('colon')}
          <Value name={name} value={value} names={names} now={now} />
        </li>
      ))}
    </ul>
  )
}

type ValueProps = { name: string; value: string | number | boolean | null; names: NamesInDetails; now: Date }

function Value({ name, value, names, now }: ValueProps): ReactNode {
  const t = useTranslations('audit-details')
  const action = useTranslations('audit.action')
  const words = useWords()
  const sayPlace = useSayPlace(names)
  if (name === 'settled') return t(value === true ? 'objectionSettled' : 'noObjection')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value !== 'string') return String(value)
  if (isCivilDate(value)) return <CivilDate date={value} byName={false} />
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return <Moment instant={new Date(value)} now={now} />
  if (name === 'action' && isLoggedAction(value)) return action(value)
  if (name === 'changedFacts') {
    const facts = value.split(' ').map(one => words.fact[one] ?? one)
    return facts.join(t('comma'))
  }
  if (isUuid.test(value)) return value.slice(0, 8)
  const place = sayPlace({ name, value })
  if (place) return place
  return words.value[value] ?? <span className="break-all">{value}</span>
}

/** Words for what the logs keep by codes; a code without one is shown as it is. */
function useWords(): Record<'key' | 'value' | 'fact', Record<string, string>> {
  const { 'audit-details': details, applications } = useMessages()
  return { key: details.key, value: details.value, fact: applications.fact }
}

/** Its first part is enough to find the steps of one export or request together. */
const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const ofOffices = ['fromOffice', 'toOffice', 'offices', 'office']
const ofReasons = ['reasonCode', 'code']

/** The names of offices and reasons, which are rows and not words of ours. */
function useSayPlace({ offices, reasons }: NamesInDetails) {
  const locale = useLocale()
  const t = useTranslations('audit-details')
  return ({ name, value }: { name: string; value: string }): string | null => {
    if (ofReasons.includes(name)) {
      const reason = reasons.get(value)
      return reason ? (locale === 'en' ? reason.titleEnglish : reason.title) : null
    }
    if (!ofOffices.includes(name)) return null
    const said = value.split(' ').map(code => {
      const office = offices.get(code)
      return office ? officeName({ office, locale }) : code
    })
    return said.join(t('comma'))
  }
}
