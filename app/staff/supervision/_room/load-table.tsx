import { useTranslations } from 'next-intl'
import { DataRow, DataTable } from '@/components/data-table'
import { type Load, type SupervisedList, shareOnTime } from '@/lib/supervision'
import { casesAddress } from './addresses'

/** Who has how much in hand, and what became of this month's cases; each figure leads to them. */
export function LoadTable({ loads }: { loads: Load[] }) {
  const t = useTranslations('supervision.load')
  const role = useTranslations('staff.role')
  const head = [t('person'), t('role'), t('open'), t('decided'), t('lapsed'), t('onTime')]
  return (
    <DataTable caption={t('caption')} head={head}>
      {loads.map(load => {
        const { person, open, decided, lapsed } = load
        const name = nameOf(person, t)
        const of = { name, staffNumber: person?.staffNumber ?? 'nobody' }
        const share = shareOnTime(load)
        return (
          <DataRow
            key={of.staffNumber}
            cells={[
              <span key="name" className="whitespace-nowrap">
                {name}
              </span>,
              <span key="role" className="whitespace-nowrap">
                {person ? role(person.role) : t('none')}
              </span>,
              <Cases key="open" list="open" count={open} {...of} />,
              <Cases key="decided" list="decided" count={decided} {...of} />,
              <Cases key="lapsed" list="lapsed" count={lapsed} {...of} />,
              share === null || !person ? t('none') : `${share}%`,
            ]}
          />
        )
      })}
    </DataTable>
  )
}

function nameOf(person: Load['person'], t: ReturnType<typeof useTranslations<'supervision.load'>>): string {
  if (!person) return t('nobody')
  return person.active ? person.name : t('inactive', { name: person.name })
}

type CasesProps = {
  list: Extract<SupervisedList, 'open' | 'decided' | 'lapsed'>
  count: number
  name: string
  staffNumber: string
}

function Cases({ list, count, name, staffNumber }: CasesProps) {
  const t = useTranslations('supervision.load')
  if (count === 0) return <>{count}</>
  return (
    <a href={casesAddress({ list, staffNumber })} aria-label={t('behind', { name, what: t(list), count })}>
      {count}
    </a>
  )
}
